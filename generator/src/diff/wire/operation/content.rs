//! Bodies by their media types (RFC 9110, section 8.3.1).

use crate::catalog::media_types::{essence_of, split};
use crate::codes::changes::{
    ChangeCode, ENCODING_CHANGED, MEDIA_TYPE_ADDED, MEDIA_TYPE_CHANGED, MEDIA_TYPE_NARROWED,
    MEDIA_TYPE_REMOVED, MEDIA_TYPE_WIDENED,
};
use crate::diff::wire::alike::{either, said_of_one};
use crate::diff::wire::comparison::{Comparison, Reach};
use crate::diff::wire::label::{label, labelled};
use crate::diff::wire::node::Node;
use crate::diff::wire::pairing::Paired;
use crate::diff::wire::schema::{View, has_property, relate_optional};
use crate::diff::wire::{Presence, texts, words};

type Media<'a> = (&'a str, Node<'a>);

/// Compares what two bodies, or responses, can carry.
pub(super) fn compare<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    old: &Node<'a>,
    new: &Node<'a>,
) {
    let (old_media, new_media) = (media(old), media(new));
    let mut names = old_media.iter().chain(&new_media).map(|(name, _)| name);
    comparison.has_xml |= names.any(|name| is_xml(name));
    let paired = Paired::new(old_media, new_media)
        .by(|(name, _)| Some(normal(name)))
        .by(|(name, _)| Some(essence_of(name)));
    for (old, new) in &paired.pairs {
        if parameters(old.0) == parameters(new.0) {
            compare_media(comparison, reach, &old.1, &new.1);
        } else {
            replaced(comparison, reach, old, new);
        }
    }
    let (removed, added) = (paired.removed, paired.added);
    if let ([one], [other]) = (removed.as_slice(), added.as_slice()) {
        return replaced(comparison, reach, one, other);
    }
    for (name, node) in removed {
        let places = (
            Presence::At(node.at.clone()),
            Presence::Missing(new.at.clone()),
        );
        comparison.report(reach, &MEDIA_TYPE_REMOVED, places, || {
            format!(
                "{} cannot be {} any more",
                label(node.document(), &node.at),
                words::code(name)
            )
        });
    }
    for (name, node) in added {
        let places = (
            Presence::Missing(old.at.clone()),
            Presence::At(node.at.clone()),
        );
        comparison.report(reach, &MEDIA_TYPE_ADDED, places, || {
            format!(
                "{} can be {}",
                label(node.document(), &node.at),
                words::code(name)
            )
        });
    }
}

/// What a body is whose schema stands where media types should.
const MISPLACED: &str = "application/json";

/// Returns the media types of a body or response and what is said of each.
pub(super) fn media<'a>(holder: &Node<'a>) -> Vec<Media<'a>> {
    let content = holder.get("content");
    if content.is_none() && holder.get("schema").is_some() {
        return vec![(MISPLACED, holder.clone())];
    }
    content
        .iter()
        .flat_map(super::super::node::Node::members)
        .collect()
}

fn replaced<'a>(comparison: &mut Comparison<'a>, reach: Reach, old: &Media<'a>, new: &Media<'a>) {
    let code: &'static ChangeCode = if covers(new.0, old.0) {
        &MEDIA_TYPE_WIDENED
    } else if covers(old.0, new.0) {
        &MEDIA_TYPE_NARROWED
    } else {
        &MEDIA_TYPE_CHANGED
    };
    let places = (
        Presence::At(old.1.at.clone()),
        Presence::At(new.1.at.clone()),
    );
    comparison.report(reach, code, places, || {
        let label = said_of_one(&labelled(&new.1));
        let (was, is) = (words::code(old.0), words::code(new.0));
        either(
            &format!("{label} is {is} instead of {was}"),
            &format!("{} bodies are {is} instead of {was}", reach.direction),
        )
    });
    // What a text and JSON say does not compare.
    if is_structured(old.0) == is_structured(new.0) {
        compare_media(comparison, reach, &old.1, &new.1);
    }
}

fn compare_media<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    old: &Node<'a>,
    new: &Node<'a>,
) {
    texts::compare(comparison, old, new);
    let schemas = (old.get("schema"), new.get("schema"));
    relate_optional(comparison, reach, schemas, (old.at.clone(), new.at.clone()));
    let (was, is) = (old.get("encoding"), new.get("encoding"));
    if is_encoded_otherwise(old, new) {
        let spot = |node: Option<Node<'_>>, holder: &Node<'_>| {
            node.map_or_else(
                || Presence::Missing(holder.at.clone()),
                |node| Presence::At(node.at),
            )
        };
        let places = (spot(was, old), spot(is, new));
        comparison.report(reach, &ENCODING_CHANGED, places, || {
            format!("the parts of {} are written in another way", labelled(new))
        });
    }
}

/// Returns whether a property that both schemas have is encoded in another way.
fn is_encoded_otherwise(old: &Node<'_>, new: &Node<'_>) -> bool {
    let has_property = |media: &Node<'_>, name: &str| {
        let schema = media.get("schema").map(|schema| vec![schema]);
        schema.is_some_and(|site| has_property(&View::new(&site), name))
    };
    let members = |media: &Node<'_>| {
        let encoding = media.get("encoding");
        encoding
            .iter()
            .flat_map(Node::all_members)
            .map(|(name, _)| name.to_owned())
            .collect::<Vec<_>>()
    };
    let names = members(old).into_iter().chain(members(new));
    let mut shared = names.filter(|name| has_property(old, name) && has_property(new, name));
    let encoding = |media: &Node<'_>, name: &str| media.value.get("encoding")?.get(name).cloned();
    shared.any(|name| encoding(old, &name) != encoding(new, &name))
}

/// Returns a media type in small letters and without blanks.
pub(super) fn normal(media_type: &str) -> String {
    let letters = media_type.chars().filter(|letter| !letter.is_whitespace());
    letters.flat_map(char::to_lowercase).collect()
}

/// Returns the parameters, sorted, without those that say nothing about the document: UTF-8 is what is assumed anyway,
/// and a boundary is another one in each message.
pub(super) fn parameters(media_type: &str) -> Vec<String> {
    let normal = normal(media_type).replace('"', "");
    let parameters = split(&normal).1.split(';').map(str::to_owned);
    let counts = |parameter: &String| {
        let is_assumed = ["", "charset=utf-8"].contains(&parameter.as_str());
        !is_assumed && !parameter.starts_with("boundary=")
    };
    let mut parameters: Vec<String> = parameters.filter(counts).collect();
    parameters.sort();
    parameters
}

/// Returns whether bodies of this media type are XML (RFC 7303, section 9).
pub(super) fn is_xml(media_type: &str) -> bool {
    let essence = essence_of(media_type);
    ["application/xml", "text/xml"].contains(&essence.as_str()) || essence.ends_with("+xml")
}

/// Returns whether `range` (RFC 9110, section 12.5.1) is one and `media_type` is in it.
pub(super) fn covers(range: &str, media_type: &str) -> bool {
    let (range, media_type) = (essence_of(range), essence_of(media_type));
    match range.split_once('/') {
        Some(("*", _)) => true,
        Some((kind, "*")) => media_type
            .split_once('/')
            .is_some_and(|(other, _)| other == kind),
        _ => false,
    }
}

/// Returns whether a schema tells more of a body than that it is a text, or bytes.
pub(super) fn is_structured(media_type: &str) -> bool {
    let essence = essence_of(media_type);
    !essence.starts_with("text/") && essence != "application/octet-stream"
}

#[cfg(test)]
mod media_type_tests {
    use super::*;

    #[test]
    fn letters_and_blanks_do_not_count() {
        assert_eq!(
            normal("Text/Plain; charset=UTF-8"),
            "text/plain;charset=utf-8"
        );
        assert_eq!(essence_of("Text/Plain; charset=UTF-8"), "text/plain");
        let check = |media_type, expected: &[&str]| {
            assert_eq!(parameters(media_type), expected, "{media_type}");
        };
        check("a/b; Charset=\"UTF-8\"; boundary=x", &[]);
        check("a/b; v=2; charset=latin1", &["charset=latin1", "v=2"]);
        assert!(is_xml("Text/XML; charset=utf-8") && is_xml("image/svg+xml") && !is_xml("a/xml"));
        assert!(covers("*/*", "a/b") && covers("a/*", "a/b"));
        assert!(!covers("a/*", "b/b") && !covers("a/b", "a/b"));
    }
}
