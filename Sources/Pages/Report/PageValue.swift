import Mustache
import Publishing

/// The values shown by `templates/report/page.mustache`, both for a page in one language and for
/// one that switches between several. Texts are plain; the template escapes them.
struct PageValue {
  struct Provenance {
    var notebook: String
    var seed: String
    /// The hash of all inputs.
    var data: String
    /// The lessons of a partial report, separated by commas.
    var only: String?
    /// Placeholder for the seal, which is filled in when the page is complete.
    var seal = PageSeal.blank
  }

  var locale: String
  var title: String
  var policy: String
  var generator: String
  /// Read by `cuaderno verify`.
  var provenance: Provenance
  var style: String
  /// Hides the languages that are not chosen; for a page with a switch.
  var switchStyle: String?
  /// The institution's style sheet, added after the report's own.
  var theme: String?
  var scripts: [String]
  /// `letter` or `a4`.
  var paper: String
  var isSwitched: Bool
  var switchLegend: String
  var editions: [EditionValue]
}

/// The report in one language.
struct EditionValue {
  struct Labels {
    var skip: String
    var contents: String
    var glossary: String
  }

  struct Item {
    var label: String
    var value: String
  }

  struct GlossaryItem {
    var anchor: String
    var name: String
    var explanation: String
    /// The anchor of the term's first use.
    var use: String
    var backLabel: String
  }

  struct Link {
    var before: String
    var file: String
  }

  var language: String
  var locale: String
  var languageName: String
  /// The page in this language only.
  var file: String
  var isFirst: Bool
  var labels: Labels
  var title: String
  /// A `data:` URL; the `alt` is empty if the institution's name is next to it.
  var logo: String?
  var logoText: String
  var institution: String?
  var hasCourse: Bool
  var course: [Item]
  var basedOn: String?
  var partial: String?
  /// The changes since the report that this one replaces.
  var changes: ChangesValue?
  var lessons: [SectionValue]
  /// Whether a lesson has an interactive network.
  var hasTrial: Bool
  var hasGlossary: Bool
  var glossary: [GlossaryItem]
  var colophon: [Item]
  var files: [Link]
}

struct SectionValue {
  var anchor: String
  var number: String
  var title: String
  var notices: [String]
  var hasFacts: Bool
  var facts: [EditionValue.Item]
  /// HTML.
  var body: String
  var hasTrial: Bool
}

package struct FigureValue {
  var anchor: String
  /// As HTML, so that a picture of many kilobytes is not searched for characters to escape.
  var source: String
  var width: Int
  var height: Int
  package var alt: String
  package var label: String
  package var caption: String
  var summary: String
  var description: String
  var tableLabel: String
  var columns: [String]
  var rows: [RowValue]
  package var rowsShown: String
  /// Link to the complete table; nil in a single-file page.
  var file: String?
}

struct RowValue {
  struct Cell {
    var text: String
    var isNumber: Bool
  }

  var cells: [Cell]
  /// The number of columns spanned by the row that replaces omitted rows; nil in other rows.
  var gap: Int?
}

// Most of a page is tables; rendering them by reflection would take a fifth of the time.
extension RowValue: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "cells": cells
    case "gap": gap
    default: nil
    }
  }
}

extension RowValue.Cell: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "isNumber": isNumber
    default: nil
    }
  }
}
