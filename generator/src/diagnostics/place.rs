//! Places of problems: in the text, and as lines and columns.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::locate::locate;
use super::visible::visible;
use super::{Diagnostic, Pointer, Source};

/// Where in a text a finding is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The value at this pointer. What the text does not hold (because a `$ref`, an alias or an upgrade put it there)
    /// is shown at its nearest ancestor that the text does hold.
    Pointer(Pointer),
    /// The key of the member at this pointer, rather than its value.
    Key(Pointer),
    /// A range of the text in bytes; an empty one is a single spot.
    Span(Range<usize>),
    /// The text as a whole.
    Whole,
}

impl Place {
    /// Returns the spot `offset` bytes into the text.
    #[must_use]
    pub const fn offset(offset: usize) -> Self {
        Self::Span(offset..offset)
    }
}

impl From<Pointer> for Place {
    fn from(pointer: Pointer) -> Self {
        Self::Pointer(pointer)
    }
}

impl From<Range<usize>> for Place {
    fn from(range: Range<usize>) -> Self {
        Self::Span(range)
    }
}

/// A finding with its position.
pub(super) struct Placed<'a> {
    pub(super) source: &'a Source,
    pub(super) item: &'a Diagnostic,
    #[cfg_attr(
        not(feature = "fancy"),
        expect(dead_code, reason = "only source lines show more than the position")
    )]
    pub(super) range: Range<usize>,
    pub(super) position: Position,
}

/// Returns the findings with their positions, sorted by these, each once; those about `source` itself come first.
pub(super) fn place_all<'a>(source: &'a Source, items: &'a [Diagnostic]) -> Vec<Placed<'a>> {
    let mut by_source: BTreeMap<Option<&Source>, Vec<&Diagnostic>> = BTreeMap::new();
    for item in items {
        by_source
            .entry(item.source.as_deref())
            .or_default()
            .push(item);
    }
    by_source
        .into_iter()
        .flat_map(|(other, items)| place(other.unwrap_or(source), &items))
        .collect()
}

fn place<'a>(source: &'a Source, items: &[&'a Diagnostic]) -> Vec<Placed<'a>> {
    let text = source.text();
    let places: Vec<_> = items.iter().map(|item| &item.place).collect();
    let ranges = locate(text, &places).into_iter().map(|range| {
        let start = floor(text, range.start);
        start..floor(text, range.end).max(start)
    });
    let mut found: Vec<_> = ranges.zip(items.iter().copied()).collect();
    found.sort_by_key(|(range, item)| (range.start, item.code.id));
    let mut seen = BTreeSet::new();
    found.retain(|(range, item)| {
        seen.insert((range.start, item.code.id, &item.message, item.note()))
    });
    let mut positions = Positions::new(text);
    let with_position = found.into_iter().map(|(range, item)| Placed {
        source,
        item,
        position: positions.advance(range.start),
        range,
    });
    with_position.collect()
}

/// Returns the finding in one line, with its note in parentheses.
pub(super) fn line(placed: &Placed<'_>) -> String {
    let note = placed.item.note();
    one_line(
        placed,
        &note.map_or_else(String::new, |note| format!(" ({note})")),
    )
}

/// Returns the finding in one line, without its note.
#[cfg(not(feature = "fancy"))]
pub(super) fn message_line(placed: &Placed<'_>) -> String {
    one_line(placed, "")
}

fn one_line(placed: &Placed<'_>, note: &str) -> String {
    let Placed {
        source,
        item,
        position,
        ..
    } = placed;
    let text = format!(
        "{}:{}:{}: {}[{}]: {}{note}",
        source.name(),
        position.line + 1,
        position.column + 1,
        item.severity(),
        item.code.id,
        item.message,
    );
    text.chars().map(visible).chain(['\n']).collect()
}

/// A spot in a text, both numbers counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    /// In characters, as editors count.
    pub(super) column: usize,
}

/// Finds the positions of ascending byte offsets in one pass over `text`, however long its lines are.
pub(super) struct Positions<'text> {
    text: &'text str,
    offset: usize,
    position: Position,
}

impl<'text> Positions<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        let position = Position { line: 0, column: 0 };
        Self {
            text,
            offset: 0,
            position,
        }
    }

    /// Returns the position of `offset`, which must not be smaller than that of the call before.
    pub(super) fn advance(&mut self, offset: usize) -> Position {
        let passed = self.text.get(self.offset..offset).unwrap_or_default();
        match passed.rsplit_once('\n') {
            Some((lines, last)) => {
                self.position.line += lines.matches('\n').count() + 1;
                self.position.column = last.chars().count();
            }
            None => self.position.column += passed.chars().count(),
        }
        self.offset += passed.len();
        self.position
    }
}

/// Returns the nearest offset that is not behind `offset`, in `text`, and between two characters.
pub(super) fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

impl Source {
    /// Returns the lines and columns at which `places` begin, in the same order. Both are counted from 1, columns in
    /// characters. The text is read once for all of them.
    #[must_use]
    pub fn lines_and_columns(&self, places: &[Place]) -> Vec<(usize, usize)> {
        let wanted: Vec<&Place> = places.iter().collect();
        let ranges = locate(self.text(), &wanted).into_iter();
        let mut starts: Vec<(usize, usize)> = ranges
            .map(|range| floor(self.text(), range.start))
            .enumerate()
            .collect();
        starts.sort_by_key(|(_, start)| *start);
        let mut positions = Positions::new(self.text());
        let mut found: Vec<_> = starts
            .into_iter()
            .map(|(place, start)| (place, positions.advance(start)))
            .collect();
        found.sort_by_key(|(place, _)| *place);
        found
            .into_iter()
            .map(|(_, position)| (position.line + 1, position.column + 1))
            .collect()
    }
}

#[cfg(test)]
mod position_tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_line_feeds() {
        let text = "aé\r\nbc\n\nd";
        let mut positions = Positions::new(text);
        let found: Vec<_> = [0, 3, 5, 6, 8, 9, 9]
            .map(|offset| positions.advance(offset))
            .iter()
            .map(|it| (it.line, it.column))
            .collect();
        assert_eq!(
            found,
            [(0, 0), (0, 2), (1, 0), (1, 1), (2, 0), (3, 0), (3, 0)]
        );
    }

    #[test]
    fn an_offset_inside_a_character_or_past_the_end_moves_back() {
        assert_eq!(floor("é", 1), 0);
        assert_eq!(floor("é", 9), 2);
    }
}

#[cfg(test)]
mod line_and_column_tests {
    use super::*;
    use crate::diagnostics::Pointer;

    #[test]
    fn the_order_is_that_of_the_places() {
        let source = Source::new("a.yaml", "a: 1\nb:\n  ä: 2\n");
        let at = |pointer| Place::Pointer(Pointer::parse(pointer));
        let found = source.lines_and_columns(&[at("/b/ä"), Place::Whole, at("/a")]);
        assert_eq!(found, [(3, 6), (1, 1), (1, 4)]);
    }
}
