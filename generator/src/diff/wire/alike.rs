//! Sentences that tell the same of several operations, so that one change of many operations is told once.

use super::words::address;

/// Stands before and after what is said of one operation only. No text of a document holds it: [`address`] lets no
/// control character through.
const MARK: char = '\u{1f}';

/// Stands before what is said of several places instead.
const INSTEAD: char = '\u{1e}';

/// The name of an operation; "each of 3 operations", if as many have the change.
pub(super) fn operation_name(name: &str) -> String {
    operation(&address(name))
}

/// What one operation is called; "each of 3 operations", if as many have the change.
pub(super) fn operation(called: &str) -> String {
    format!("{MARK}{called}{MARK}")
}

/// What is said of one place, and what of several. That is what tells whether they have the same change.
pub(super) fn either(one: &str, several: &str) -> String {
    format!("{MARK}{one}{INSTEAD}{several}{MARK}")
}

/// What a sentence has in common with those about other operations; nothing, if it speaks of none.
pub(super) fn said_of_any(sentence: &str) -> Option<String> {
    sentence
        .contains(MARK)
        .then(|| spoken(sentence, |_| "", |several| several))
}

/// The sentence as people read it, about one place in the operation that it names.
pub(super) fn said_of_one(sentence: &str) -> String {
    said_of(sentence, 1, 1)
}

/// The sentence as people read it, about so many operations and places.
pub(super) fn said_of(sentence: &str, operations: usize, places: usize) -> String {
    let all = format!("each of {operations} operations");
    let name = |name| if operations > 1 { all.as_str() } else { name };
    spoken(
        sentence,
        name,
        |several| if places > 1 { several } else { "" },
    )
}

/// The sentence with what `name` makes of names, and `several` of what is said of several operations. Where that is
/// nothing, it is said of one.
fn spoken<'s>(
    sentence: &'s str,
    name: impl Fn(&'s str) -> &'s str,
    several: impl Fn(&'s str) -> &'s str,
) -> String {
    let mut text = String::with_capacity(sentence.len());
    for (number, part) in sentence.split(MARK).enumerate() {
        text.push_str(match part.split_once(INSTEAD) {
            _ if number % 2 == 0 => part,
            None => name(part),
            Some((one, of_several)) => match several(of_several) {
                "" => one,
                said => said,
            },
        });
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
        assert_eq!(said_of_one(&sentence("a")), "the body of `a` is `a` now");
        assert_eq!(
            said_of(&sentence("a"), 2, 2),
            "the body of each of 2 operations has another path"
        );
        assert_eq!(
            said_of(&sentence("a"), 2, 1),
            "the body of each of 2 operations is `a` now"
        );
        assert_eq!(said_of_any(&sentence("a")), said_of_any(&sentence("b")));
        assert_eq!(said_of_any("schema `Pet` was added"), None);
    }
}
