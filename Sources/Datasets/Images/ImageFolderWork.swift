import Archives
import Threads

/// Inflates and hashes the files of a folder on all cores: the longest jobs first, results and
/// errors by place, so that they do not depend on who finished first.
struct ImageFolderWork: Sendable {
  let files: [StoredFile]
  /// How many training and test images are wanted; nil for all.
  let counts: [Int?]
  let classLimit: Int

  private enum Job {
    case images(part: Int)
    case hash(file: Int)
  }

  private enum Done: Sendable {
    case images(Result<ImageSet, ImageError>)
    case hash(String)
  }

  func run() throws(ImageError) -> (sets: [ImageSet], hashes: [String]) {
    let jobs: [Job] = [
      .images(part: 0), .hash(file: 0), .images(part: 1), .hash(file: 2), .hash(file: 1),
      .hash(file: 3),
    ]
    let done = ParallelWork.map(count: jobs.count) { [self] index -> Done in
      switch jobs[index] {
      case .images(let part):
        .images(Result { () throws(ImageError) in try imageSet(part: part) })
      case .hash(let file): .hash(SHA256.hash(files[file].bytes).hexadecimal)
      }
    }
    var sets: [ImageSet] = []
    var hashes = ["", "", "", ""]
    for (job, done) in zip(jobs, done) {
      switch (job, done) {
      case (.images, .images(let set)): sets.append(try set.get())
      case (.hash(let file), .hash(let hash)): hashes[file] = hash
      case (.images, .hash), (.hash, .images): preconditionFailure("\(job) gave another's value")
      }
    }
    guard sets[1].height == sets[0].height, sets[1].width == sets[0].width else {
      throw .data(
        path: files[2].path,
        .otherSize(
          height: sets[1].height, width: sets[1].width, expectedHeight: sets[0].height,
          expectedWidth: sets[0].width))
    }
    return (sets, hashes)
  }

  /// Part 0 is for training, 1 the test.
  private func imageSet(part: Int) throws(ImageError) -> ImageSet {
    let (imageFile, labelFile) = (files[2 * part], files[2 * part + 1])
    let images = try IDXFile(imageFile.bytes, kind: .images, path: imageFile.path)
    let labels = try IDXFile(labelFile.bytes, kind: .labels, path: labelFile.path)
    let (count, height, width) = (
      images.dimensions[0], images.dimensions[1], images.dimensions[2]
    )
    guard count == labels.dimensions[0] else {
      throw .data(
        path: imageFile.path,
        .countsDisagree(images: count, labels: labels.dimensions[0], labelFile: labelFile.name))
    }
    let wanted = counts[part] ?? count
    guard wanted <= count else {
      throw .data(path: imageFile.path, .tooFew(wanted: wanted, found: count))
    }
    let classes = try labels.data(ofFirst: count)
    if let index = classes.firstIndex(where: { $0 >= classLimit }) {
      throw .data(
        path: labelFile.path,
        .labelOutOfRange(label: classes[index], image: index + 1, classes: classLimit))
    }
    let pixels = try images.data(ofFirst: wanted)
    return ImageSet(height: height, width: width, pixels: pixels, labels: Array(classes[..<wanted]))
  }
}
