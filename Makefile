# Conveniences only: plain `swift build -c release` is the product, no compiler flag lives here.
SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
# `make check` builds with warnings as errors; a folder of its own keeps your own build warm.
CHECK_SCRATCH ?= .build/check
PROGRAM = .build/release/cuaderno

BUILD_PACKAGES = libcairo2-dev libharfbuzz-dev libyaml-dev pkg-config fonts-dejavu-core
# For PDFs: the letters, and where Spanish and English words are divided.
PAPER_PACKAGES = fonts-linuxlibertine hyphen-es hyphen-en-us
REPORT_PACKAGES = $(BUILD_PACKAGES) $(PAPER_PACKAGES) dataset-fashion-mnist
# For the tests of pages: a browser that is driven, and what reads HTML and PDF.
TEST_PACKAGES = $(REPORT_PACKAGES) chromium chromium-driver tidy poppler-utils qpdf

# What a copy needs to run, by the names of Debian 12.
RUN_PACKAGES = libcairo2 libharfbuzz0b libyaml-0-2 fonts-dejavu-core $(PAPER_PACKAGES)

.PHONY: report first program test check format bench install dist deb run-packages clean

report: ## Train the bundled notebook and write output/practica-tensorflow
	@scripts/find-swift $(SWIFT)
	@scripts/install-packages $(REPORT_PACKAGES)
	$(SWIFT) build -c release --product cuaderno
	$(PROGRAM) build

first: ## The first lessons' page, without optimising and without the images: the shortest way to see one
	@scripts/find-swift $(SWIFT)
	@scripts/install-packages $(BUILD_PACKAGES)
	$(SWIFT) build --product cuaderno
	.build/debug/cuaderno build --only celsius --only celsius-hidden --output output/first

program: ## The program alone: .build/release/cuaderno
	@scripts/find-swift $(SWIFT)
	@scripts/install-packages $(BUILD_PACKAGES)
	$(SWIFT) build -c release --product cuaderno

test: ## Run every test
	@scripts/find-swift $(SWIFT)
	@scripts/install-packages $(TEST_PACKAGES)
	$(SWIFT) test

check: ## Formatting, and a build of sources and tests in which a warning is an error
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests benchmarks Package.swift
	CUADERNO_STRICT=1 $(SWIFT) build --build-tests --scratch-path $(CHECK_SCRATCH)

format:
	$(SWIFT) format format --in-place --recursive --parallel Sources Tests benchmarks Package.swift

bench: ## Seconds beside Keras, PyTorch, oneDNN and matplotlib; benchmarks/README.md
	benchmarks/run
	benchmarks/figures

# Whoever installs as root need not have Swift.
install: ## Copy what was built; PREFIX=/usr/local, DESTDIR= for packagers
	@test -x $(PROGRAM) || { echo "There is no $(PROGRAM) to install: run \"make program\" first." >&2; exit 1; }
	scripts/install-tree $(PROGRAM) "$(DESTDIR)$(PREFIX)"

# The same program with the Swift runtime linked in, for computers that have no Swift. Order, times and
# owners of what is packed are those of the commit, not of who packs: the same files give the same bytes.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
DIST = .build/dist/cuaderno

$(DIST): FORCE
	@scripts/find-swift $(SWIFT)
	@scripts/install-packages $(BUILD_PACKAGES)
	$(SWIFT) build -c release --static-swift-stdlib --product cuaderno --scratch-path .build/dist
	rm -rf $(DIST)
	scripts/install-tree .build/dist/release/cuaderno $(DIST)
	strip $(DIST)/bin/cuaderno

.PHONY: FORCE
FORCE:

dist: $(DIST) ## .build/dist/cuaderno.tar.gz and its .sha256; a copy needs $(RUN_PACKAGES) alone
	scripts/pack $(DIST) $(SOURCE_DATE_EPOCH) .build/dist/cuaderno.tar.gz

deb: $(DIST) ## .build/dist/cuaderno_VERSION_ARCHITECTURE.deb, for apt install
	scripts/pack-deb $(DIST) $(SOURCE_DATE_EPOCH) .build/dist $(RUN_PACKAGES)

run-packages:
	@echo $(RUN_PACKAGES)

clean: ## Remove what was built; reports stay
	rm -rf .build
