use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::locate::locate;
use super::position::{Position, Positions, floor};
use super::visible::visible;
use super::{Diagnostic, Source};

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

/// The findings with their positions, sorted by these, each once; those about `source` itself come first.
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
    found.retain(|(range, item)| seen.insert((range.start, item.code.id, &item.message)));
    let mut positions = Positions::new(text);
    let with_position = found.into_iter().map(|(range, item)| Placed {
        source,
        item,
        position: positions.advance(range.start),
        range,
    });
    with_position.collect()
}

/// The finding in one line.
pub(super) fn line(placed: &Placed<'_>) -> String {
    let Placed {
        source,
        item,
        position,
        ..
    } = placed;
    let text = format!(
        "{}:{}:{}: {}[{}]: {}",
        source.name(),
        position.line + 1,
        position.column + 1,
        item.severity(),
        item.code.id,
        item.message,
    );
    text.chars().map(visible).chain(['\n']).collect()
}
