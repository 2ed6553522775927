//! Alternatives of a union that tie: nothing on their surface tells some of their values apart.

use crate::ir::{Outline, Tag};

/// How many alternatives are compared with each other; more of them are told apart by their surface alone.
const MOST: usize = 64;

/// The pairs of alternatives that one value can fit equally well.
pub(super) fn ties(outlines: &[Outline]) -> Vec<(usize, usize)> {
    if outlines.len() > MOST {
        return Vec::new();
    }
    let numbered = || outlines.iter().enumerate();
    let pairs =
        numbered().flat_map(|one| numbered().skip(one.0 + 1).map(move |other| (one, other)));
    let ties = pairs.filter(|((_, one), (_, other))| tie(one, other));
    ties.map(|((one, _), (other, _))| (one, other)).collect()
}

fn tie(one: &Outline, other: &Outline) -> bool {
    match (one.kind, other.kind) {
        ("Array", "Array") => true,
        (one_kind, other_kind) if is_object(one_kind) && is_object(other_kind) => {
            knows_required(one, other)
                && knows_required(other, one)
                && !tells(one, other)
                && !tells(other, one)
        }
        _ => false,
    }
}

fn is_object(kind: &str) -> bool {
    matches!(kind, "Object" | "Map" | "Free" | "Closed")
}

/// Whether values of `one` can have all members that those of `other` always have.
fn knows_required(one: &Outline, other: &Outline) -> bool {
    matches!(one.kind, "Map" | "Free") || other.required.iter().all(|key| one.known.contains(key))
}

/// Whether a member that `one` always has tells each of its values from those of `other`.
fn tells(one: &Outline, other: &Outline) -> bool {
    let required = |tag: &&Tag| one.required.contains(&tag.key);
    let choices = one.choices.iter().filter(required);
    one.tags.iter().chain(choices).any(|tag| {
        let mut others = other.tags.iter().chain(&other.choices);
        others.any(|it| {
            it.key == tag.key && it.values.iter().all(|value| !tag.values.contains(value))
        })
    })
}

/// A member, or `None` for every item of a list and every value of a map.
pub(super) type Part = Option<String>;

/// Whether two outlines tell what decoding does not: it takes any object that has the required members, and any string
/// for one of an enum, whose values as a member are choices already.
pub(super) fn differ(part: &Part, one: &Outline, other: &Outline) -> bool {
    match (one.kind, other.kind) {
        ("Null", other) | (other, "Null") => other != "Null",
        (one_kind, other_kind) if is_object(one_kind) && is_object(other_kind) => {
            (knows_required(one, other) || knows_required(other, one))
                && (told(one) != told(other) || within(one) != within(other))
        }
        ("Array", "Array") => within(one) != within(other),
        ("String", "String") => part.is_none() && one.values != other.values,
        _ => false,
    }
}

fn told(outline: &Outline) -> (&[Tag], &[Tag], &[String]) {
    (&outline.tags, &outline.choices, &outline.known)
}

fn within(outline: &Outline) -> (&[(String, Outline)], Option<&Outline>) {
    (&outline.members, outline.items.as_deref())
}
