import Mustache
import Publishing

/// Everything that `templates/report/page.mustache` shows: one value for a page of one language and
/// for the page that switches between several. Texts are plain; the template escapes them.
struct PageValue {
  struct Provenance {
    var notebook: String
    var seed: String
    /// One hash for all inputs.
    var data: String
    /// The lessons of a partial report, with commas between them.
    var only: String?
    /// Room for the seal, which is put in when the page is whole.
    var seal = PageSeal.blank
  }

  var locale: String
  var title: String
  var policy: String
  var generator: String
  /// What `cuaderno verify` reads.
  var provenance: Provenance
  var style: String
  /// The institution's style sheet, after the report's own.
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
    /// The anchor of the first use.
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
  /// Its page of this language alone.
  var file: String
  var isFirst: Bool
  var labels: Labels
  var title: String
  /// `data:`; its `alt` is empty where the institution's name stands beside it.
  var logo: String?
  var logoText: String
  var institution: String?
  var hasCourse: Bool
  var course: [Item]
  var basedOn: String?
  var partial: String?
  /// What changed since the report that this one replaces.
  var changes: ChangesValue?
  var lessons: [SectionValue]
  /// Whether a lesson has a network to try.
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
  /// HTML: a picture of many kilobytes is not to be searched for characters to escape.
  var source: String
  var width: Int
  var height: Int
  var alt: String
  var label: String
  var caption: String
  var summary: String
  var description: String
  var tableLabel: String
  var columns: [String]
  var rows: [RowValue]
  package var rowsShown: String
  /// Link to the whole table; nil in a page that travels alone.
  var file: String?
}

struct RowValue {
  struct Cell {
    var text: String
    var isNumber: Bool
  }

  var cells: [Cell]
  /// The columns that a row spans which stands for the rows left out; nil in every other row.
  var gap: Int?
}

// Tables are most of a page: reflection would be a fifth of the time that it takes.
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
