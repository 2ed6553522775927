use std::ops::Range;

use saphyr_parser::{Event, Parser};

use super::flow::in_one_line;
use super::surrogates::mask;
use super::wanted::{TextRanges, Walk, Wanted};
use super::{Place, Pointer};

/// Returns the byte ranges of `places` in `text`, in the same order, found in one pass over the YAML or JSON.
///
/// A scalar is shown by its own range; a mapping or sequence by its key, because that is where the eye looks for it.
/// What is not found is shown by its nearest ancestor, and what has none by the start of the text.
pub(super) fn locate(text: &str, places: &[&Place]) -> Vec<Range<usize>> {
    let wanted = spots(text, places.iter().filter_map(|place| pointer(place)));
    places
        .iter()
        .map(|place| range(&wanted, place).unwrap_or(0..0))
        .collect()
}

/// Returns the first scalar at `pointer` as the text spells it, with its quotes.
///
/// The text is read no further than that.
pub(super) fn scalar<'a>(text: &'a str, pointer: &Pointer) -> Option<&'a str> {
    let masked = mask(text);
    let mut walk = Walk::new(Wanted::new(std::iter::once(pointer)));
    for event in Parser::new_from_str(&masked) {
        let (event, span) = event.ok()?;
        walk.event(&event, span);
        if !matches!(event, Event::Scalar(..)) {
            continue;
        }
        if let (
            TextRanges {
                value: Some(range), ..
            },
            true,
        ) = walk.wanted().spot(pointer)
        {
            // A collection is found by its key.
            if range.start != span.start.index() {
                return None;
            }
            break;
        }
    }
    let mut wanted = walk.finish();
    into_bytes(text, &mut wanted);
    let (spot, is_own) = wanted.spot(pointer);
    let range = spot.value.filter(|_| is_own)?;
    text.get(range).map(str::trim)
}

fn pointer(place: &Place) -> Option<&Pointer> {
    match place {
        Place::Pointer(pointer) | Place::Key(pointer) => Some(pointer),
        Place::Span(_) | Place::Whole => None,
    }
}

fn range(wanted: &Wanted, place: &Place) -> Option<Range<usize>> {
    match place {
        Place::Pointer(pointer) => wanted.spot(pointer).0.value,
        Place::Key(pointer) => match wanted.spot(pointer) {
            (spot, true) => spot.key.or(spot.value),
            (spot, false) => spot.value,
        },
        Place::Span(range) => Some(range.clone()),
        Place::Whole => None,
    }
}

fn spots<'a>(text: &str, pointers: impl Iterator<Item = &'a Pointer>) -> Wanted {
    let pointers: Vec<&Pointer> = pointers.collect();
    let masked = mask(text);
    let (mut wanted, is_whole) = walk(&masked, &pointers);
    if !is_whole {
        let flattened = in_one_line(&masked);
        if flattened != *masked {
            (wanted, _) = walk(&flattened, &pointers);
        }
    }
    into_bytes(text, &mut wanted);
    wanted
}

/// Returns the spots of `pointers`, and whether the parser accepts the whole text. One that it refuses half-way still
/// has the places before that.
fn walk(text: &str, pointers: &[&Pointer]) -> (Wanted, bool) {
    let mut walk = Walk::new(Wanted::new(pointers.iter().copied()));
    if pointers.is_empty() {
        return (walk.finish(), true);
    }
    for event in Parser::new_from_str(text) {
        match event {
            Ok((Event::DocumentEnd, _)) => break,
            Ok((event, span)) => walk.event(&event, span),
            Err(_) => return (walk.finish(), false),
        }
    }
    (walk.finish(), true)
}

/// The parser counts characters.
fn into_bytes(text: &str, wanted: &mut Wanted) {
    let mut ends: Vec<_> = wanted
        .ranges_mut()
        .flat_map(|range| [&mut range.start, &mut range.end])
        .collect();
    ends.sort_unstable();
    let mut offsets = text.char_indices().map(|(offset, _)| offset).enumerate();
    let mut reached = offsets.next();
    for end in ends {
        while reached.is_some_and(|(index, _)| index < *end) {
            reached = offsets.next();
        }
        *end = reached.map_or(text.len(), |(_, offset)| offset);
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    fn check(text: &str, place: &Place, shown: &str) {
        let ranges = locate(text, &[place]);
        assert_eq!(&text[ranges[0].clone()], shown, "{place:?} in {text:?}");
    }

    fn at(pointer: &str) -> Pointer {
        let tokens = pointer.split('/').skip(1);
        tokens.fold(Pointer::root(), |it, token| it.child(token))
    }

    #[test]
    fn yaml_places() {
        let text = "ä: ß\n'b c': [1, {d: \"é\"}]\nx: &a\n  y: z\nw: *a\n? [k]\n: v\n200: ok\nn:\n";
        let value = |pointer, shown| check(text, &Place::Pointer(at(pointer)), shown);
        value("/ä", "ß");
        value("/b c/0", "1");
        value("/b c/1/d", "\"é\"");
        value("/b c/1/e", "{");
        value("/x", "x");
        value("/x/y", "z");
        value("/w", "*a");
        value("/w/y", "*a");
        value("/200", "ok");
        value("/n", "n");
        value("/nowhere", "");
        check(text, &Place::Key(at("/b c")), "'b c'");
        check(text, &Place::Key(at("/x/y")), "y");
        check(text, &Place::Key(at("/x/q")), "x");
        check(text, &Place::Span(0..2), "ä");
        check(text, &Place::Whole, "");
    }

    #[test]
    fn scalars_are_read_as_they_are_spelled() {
        for (text, spelled) in [
            ("info:\n  version: 1.10 # ä\n", Some("1.10")),
            ("ä: 1\ninfo: { version: 1e3, title: A }\n", Some("1e3")),
            (r#"{"info": {"version": 1.10}}"#, Some("1.10")),
            ("info: { version: { a: 1 } }\n", None),
            ("info: { title: A }\n", None),
            ("info: { version: '1' }\nb: [\n", Some("'1'")),
        ] {
            assert_eq!(scalar(text, &at("/info/version")), spelled, "{text}");
        }
    }

    #[test]
    fn json_places() {
        let text = "{\n\t\"a\": {\"b/c\": [true, \"\\u00e9\\/\"]},\r\n\t\"d\": null}";
        check(
            text,
            &Place::Pointer(Pointer::root().child("a").child("b/c").index(1)),
            "\"\\u00e9\\/\"",
        );
        check(text, &Place::Key(Pointer::root().child("d")), "\"d\"");
        check(text, &Place::Pointer(at("/a")), "\"a\"");
    }

    #[test]
    fn surrogates_hide_nothing_behind_them() {
        check(
            r#"{"a": "\ud83d\ude00", "b": 1}"#,
            &Place::Pointer(at("/b")),
            "1",
        );
    }

    #[test]
    fn of_equal_keys_the_last_is_shown() {
        let text = "a: 1\nb: 2\na: 3\n";
        let ranges = locate(text, &[&Place::Key(at("/a")), &Place::Pointer(at("/a"))]);
        assert_eq!(ranges, [10..11, 13..14]);
    }

    #[test]
    fn places_before_a_fault_are_found() {
        check("a: 1\nb: [\n", &Place::Pointer(at("/a")), "1");
    }

    #[test]
    fn places_behind_flow_collections_are_found() {
        let text = "a: {\n  \"b\": {}\n}\nc: { d: e\n}\nf:\n  g: h\n";
        check(text, &Place::Pointer(at("/c/d")), "e");
        check(text, &Place::Pointer(at("/f/g")), "h");
    }

    #[test]
    fn deep_nesting_needs_no_stack() {
        let text = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
        check(&text, &Place::Pointer(at("/0/0")), "");
    }
}
