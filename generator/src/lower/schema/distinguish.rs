//! What tells the alternatives of a union apart: no more than that becomes code.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::Classified;
use super::members::members;
use super::shape_summary::{essence, shape_summary};
use super::union::{Part, differ, ties};
use crate::diagnostics::Pointer;
use crate::ir::ShapeSummary;
use crate::lower::context::Context;

/// Keeps the choices that tell something: members for which another alternative lists other values.
pub(super) fn keep_distinguishing_choices(shape_summaries: &mut [ShapeSummary]) {
    let (mut listed, mut distinguishing) = (BTreeMap::new(), BTreeSet::new());
    let tags = shape_summaries
        .iter()
        .flat_map(|shape_summary| shape_summary.choices.iter().chain(&shape_summary.tags));
    for tag in tags {
        if *listed.entry(&tag.key).or_insert(&tag.values) != &tag.values {
            distinguishing.insert(tag.key.clone());
        }
    }
    for shape_summary in shape_summaries {
        shape_summary
            .choices
            .retain(|choice| distinguishing.contains(&choice.key));
    }
}

/// How deep alternatives that tie are looked into.
const MAX_DEPTH: usize = 6;

/// How many members and items are looked at for one union: each of them can become code.
const MAX_PARTS: usize = 256;

/// Adds to the shape summaries of alternatives that tie, of the schemas at `places`, what tells their members or items apart.
pub(super) fn break_ties(
    context: &mut Context<'_>,
    places: &[Pointer],
    shape_summaries: &mut [ShapeSummary],
) {
    let mut search = Search {
        path: Vec::new(),
        left: MAX_PARTS,
    };
    look_within(context, &mut search, places.to_vec(), shape_summaries);
}

/// A search in alternatives that tie.
struct Search {
    /// The places that it is looking at, from the alternatives down.
    path: Vec<Vec<Pointer>>,
    /// How many parts may still be looked at.
    left: usize,
}

impl Search {
    /// Returns whether `places` may be looked into: what recurs tells nothing new.
    fn may_enter(&self, places: &Vec<Pointer>) -> bool {
        self.path.len() < MAX_DEPTH && !self.path.contains(places)
    }
}

fn look_within(
    context: &mut Context<'_>,
    search: &mut Search,
    places: Vec<Pointer>,
    shape_summaries: &mut [ShapeSummary],
) {
    let ties = ties(shape_summaries);
    if ties.is_empty() || !search.may_enter(&places) {
        return;
    }
    let parts = parts(context, &places, &ties);
    search.path.push(places);
    for (part, owners) in parts {
        let Some(left) = search.left.checked_sub(owners.len()) else {
            break;
        };
        search.left = left;
        let inner = inner(context, search, owners);
        let differ = |(one, other): &(usize, usize)| match (inner.get(one), inner.get(other)) {
            (Some(one), Some(other)) => differ(&part, one, other),
            _ => false,
        };
        if ties.iter().any(differ) {
            attach(shape_summaries, &part, inner);
        }
    }
    search.path.pop();
}

/// Returns the shape summaries of one part of several alternatives, by the numbers of these.
fn inner(
    context: &mut Context<'_>,
    search: &mut Search,
    owners: Vec<(usize, Pointer)>,
) -> BTreeMap<usize, ShapeSummary> {
    let (owners, places): (Vec<usize>, Vec<Pointer>) = owners.into_iter().unzip();
    let mut shape_summaries: Vec<ShapeSummary> =
        places.iter().map(|at| shape_summary(context, at)).collect();
    keep_distinguishing_choices(&mut shape_summaries);
    look_within(context, search, places, &mut shape_summaries);
    owners.into_iter().zip(shape_summaries).collect()
}

/// Returns the parts that several of the alternatives in `ties` have, each with these and the places of its schemas.
fn parts(
    context: &mut Context<'_>,
    places: &[Pointer],
    ties: &[(usize, usize)],
) -> IndexMap<Part, Vec<(usize, Pointer)>> {
    let tied: BTreeSet<usize> = ties
        .iter()
        .flat_map(|(one, other)| [*one, *other])
        .collect();
    let mut parts: IndexMap<Part, Vec<(usize, Pointer)>> = IndexMap::new();
    for number in tied {
        for (part, at) in places
            .get(number)
            .map(|at| parts_of(context, at))
            .unwrap_or_default()
        {
            if let Some(at) = context.resolve(&at) {
                parts.entry(part).or_default().push((number, at));
            }
        }
    }
    parts.retain(|_, owners| {
        owners
            .iter()
            .any(|(_, at)| owners.first().is_some_and(|first| first.1 != *at))
    });
    parts
}

fn parts_of(context: &mut Context<'_>, at: &Pointer) -> Vec<(Part, Pointer)> {
    let (place, shape) = essence(context, at);
    match shape {
        Classified::Object => {
            let listed = members(context, &place).listed.into_iter();
            listed
                .map(|member| (Some(member.wire), member.at))
                .collect()
        }
        Classified::List(Some(item)) | Classified::Map(Some(item)) => vec![(None, item)],
        _ => Vec::new(),
    }
}

fn attach(shape_summaries: &mut [ShapeSummary], part: &Part, inner: BTreeMap<usize, ShapeSummary>) {
    for (number, inner) in inner {
        let Some(shape_summary) = shape_summaries.get_mut(number) else {
            continue;
        };
        match part {
            Some(key) => shape_summary.members.push((key.clone(), inner)),
            None => shape_summary.items = Some(Box::new(inner)),
        }
    }
}
