//! Sentences that say the same of several operations or schemas, so that one change of many is reported once.

use super::words::{address, code, list};
use crate::diagnostics::Pointer;

/// Stands before and after what is said of one operation only. No text of a document holds it: [`address`] lets no
/// control character through.
const MARK: char = '\u{1f}';

/// Stands before what is said of several places instead.
const INSTEAD: char = '\u{1e}';

/// Stands after the mark of a schema.
const SCHEMA: char = '\u{1d}';

/// Returns the name of an operation; "each of 3 operations", if as many have the change.
pub(super) fn operation_name(name: &str) -> String {
    operation(&address(name))
}

/// Returns what one operation is called; "each of 3 operations", if as many have the change.
pub(super) fn operation(called: &str) -> String {
    format!("{MARK}{called}{MARK}")
}

/// Returns what is said of one place, and what of several. That is what tells whether they have the same change.
pub(super) fn either(one: &str, several: &str) -> String {
    format!("{MARK}{one}{INSTEAD}{several}{MARK}")
}

/// How many names of schemas a sentence has at most; of more it has the number.
const MAX_SCHEMAS: usize = 6;

/// Returns the label of a place within a component schema, to which the names of other schemas with the same change are
/// added.
pub(super) fn of_schema(label: String, at: &Pointer) -> String {
    let tokens: Vec<_> = at.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
    let ["components", "schemas", name, _, ..] = tokens.as_slice() else {
        return label;
    };
    let name = code(name);
    match label.strip_suffix(&name) {
        Some(before) => format!("{before}{MARK}{SCHEMA}{name}{MARK}"),
        None => label,
    }
}

/// Returns what a sentence has in common with those about other operations or schemas; nothing, if it speaks of none.
pub(super) fn said_of_any(sentence: &str) -> Option<String> {
    sentence
        .contains(MARK)
        .then(|| spoken(sentence, |_| "", |several| several))
}

/// Returns the sentence as people read it, about one place in the operation or schema that it names.
pub(super) fn said_of_one(sentence: &str) -> String {
    said_of(sentence, &Same::default())
}

/// Returns the name of the schema that a sentence is about, if it is.
pub(super) fn schema_of(sentence: &str) -> Option<&str> {
    let mut names = sentence.split(MARK).skip(1).step_by(2);
    names.find_map(|name| name.strip_prefix(SCHEMA))
}

/// What has the same change.
#[derive(Clone, Debug, Default)]
pub(super) struct Same {
    /// The number of operations.
    pub operations: usize,
    /// The names of schemas.
    pub schemas: Vec<String>,
    /// The number of places.
    pub places: usize,
}

/// Returns the sentence as people read it, about all that has the same change.
pub(super) fn said_of(sentence: &str, same: &Same) -> String {
    let name = |name: &str| match (name.strip_prefix(SCHEMA), same.schemas.len()) {
        (Some(name), 0) => name.to_owned(),
        (Some(_), 1..=MAX_SCHEMAS) => list(&same.schemas),
        (Some(_), count) => format!("each of {count} schemas"),
        (None, _) if same.operations > 1 => format!("each of {} operations", same.operations),
        (None, _) => name.to_owned(),
    };
    spoken(
        sentence,
        name,
        |several| {
            if same.places > 1 { several } else { "" }
        },
    )
}

/// Returns the sentence with what `name` makes of names, and `several` of what is said of several operations. Where
/// that is nothing, it is said of one.
fn spoken<'s, N: AsRef<str>>(
    sentence: &'s str,
    name: impl Fn(&'s str) -> N,
    several: impl Fn(&'s str) -> &'s str,
) -> String {
    let mut text = String::with_capacity(sentence.len());
    for (number, part) in sentence.split(MARK).enumerate() {
        match part.split_once(INSTEAD) {
            _ if number % 2 == 0 => text.push_str(part),
            None => text.push_str(name(part).as_ref()),
            Some((one, of_several)) => text.push_str(match several(of_several) {
                "" => one,
                said => said,
            }),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sentence_is_told_of_many() {
        let sentence = |name| {
            let is = either(&format!("is `{name}` now"), "has another path");
            format!("the body of {} {is}", operation_name(name))
        };
        let same = |operations, places| Same {
            operations,
            schemas: Vec::new(),
            places,
        };
        assert_eq!(said_of_one(&sentence("a")), "the body of `a` is `a` now");
        assert_eq!(
            said_of(&sentence("a"), &same(2, 2)),
            "the body of each of 2 operations has another path"
        );
        assert_eq!(
            said_of(&sentence("a"), &same(2, 1)),
            "the body of each of 2 operations is `a` now"
        );
        assert_eq!(said_of_any(&sentence("a")), said_of_any(&sentence("b")));
        assert_eq!(said_of_any("schema `Pet` was added"), None);
    }

    #[test]
    fn one_sentence_is_told_of_many_schemas() {
        let sentence = |schema: &str| {
            let at = Pointer::parse(&format!("/components/schemas/{schema}/properties/a"));
            let label = of_schema(format!("property `a` of `{schema}`"), &at);
            format!("{label} was removed")
        };
        assert_eq!(
            said_of_one(&sentence("Pet")),
            "property `a` of `Pet` was removed"
        );
        assert_eq!(said_of_any(&sentence("Pet")), said_of_any(&sentence("Cat")));
        assert_eq!(schema_of(&sentence("Pet")), Some("`Pet`"));
        let check = |count, expected: &str| {
            let names = ["`A`", "`B`", "`C`", "`D`", "`E`", "`F`", "`G`"]
                .into_iter()
                .take(count);
            let same = Same {
                schemas: names.map(str::to_owned).collect(),
                ..Same::default()
            };
            assert_eq!(said_of(&sentence("Pet"), &same), expected);
        };
        check(3, "property `a` of `A`, `B` and `C` was removed");
        check(7, "property `a` of each of 7 schemas was removed");
    }
}
