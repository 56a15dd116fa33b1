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

.PHONY: report program test check format bench install dist clean

report: ## Train the bundled notebook and write output/practica-tensorflow
	@scripts/install-packages $(REPORT_PACKAGES)
	$(SWIFT) build -c release --product cuaderno
	$(PROGRAM) build

program:
	@scripts/install-packages $(BUILD_PACKAGES)
	$(SWIFT) build -c release --product cuaderno

test: ## Run every test
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

install: program ## PREFIX=/usr/local, DESTDIR= for packagers
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/cuaderno
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/cuaderno
	rm -rf $(DESTDIR)$(PREFIX)/share/cuaderno/templates
	cp -R templates $(DESTDIR)$(PREFIX)/share/cuaderno/templates

# The same program with the Swift runtime linked in, for computers that have no Swift.
dist: ## .build/dist/cuaderno.tar.gz, which needs libcairo2, libharfbuzz0b, libyaml-0-2 and fonts-dejavu-core
	@scripts/install-packages $(BUILD_PACKAGES)
	$(SWIFT) build -c release --static-swift-stdlib --product cuaderno --scratch-path .build/dist
	rm -rf .build/dist/cuaderno
	install -d .build/dist/cuaderno/bin .build/dist/cuaderno/share/cuaderno
	install -s -m 755 .build/dist/release/cuaderno .build/dist/cuaderno/bin/cuaderno
	cp -R templates .build/dist/cuaderno/share/cuaderno/templates
	tar -C .build/dist -czf .build/dist/cuaderno.tar.gz cuaderno

clean: ## Remove what was built; reports stay
	rm -rf .build
