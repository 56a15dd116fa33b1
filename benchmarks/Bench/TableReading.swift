import Archives
import Datasets
import Glibc

/// A CSV or .xlsx from its file to the numbers of every column, once, and the memory that took.
func measureTable(path: String) throws {
  let start = now()
  let bytes = try Files.read(path, limit: Table.fileSizeLimit)
  let table = try Table.read(bytes: bytes, path: path)
  var sum = 0.0
  for column in table.columns.indices {
    sum += try table.numbers(inColumn: column).reduce(0, +)
  }
  let seconds = now() - start
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  print(
    "{\"rows\": \(table.rowCount), \"columns\": \(table.columns.count), \"sum\": \(sum), "
      + "\"bytes\": \(bytes.count), \"read_s\": \(seconds), "
      + "\"peak_rss_bytes\": \(usage.ru_maxrss * 1024)}")
}
