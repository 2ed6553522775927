//! Changes of the generated crate that nothing on the wire explains.

mod related;

use std::collections::{BTreeMap, BTreeSet};

use super::join::type_name;
use super::wire::{Presence, WireChange, code, label, list};
use crate::Document;
use crate::codes::changes::{Direction, RUST_API_CHANGED, Verdict};
use crate::diagnostics::Pointer;
use crate::load::Nodes;
use crate::surface::{Change, ItemChange, ItemKind};

type Places = Vec<(Presence, Presence)>;

/// One change for each cause: a place that makes some of `items`, all places that make types in terms of which the items
/// of the others are declared, or all schemas that are sent for the first time.
pub(super) fn changes(
    old: &Document,
    new: &Document,
    items: Vec<ItemChange>,
) -> Vec<(WireChange, Vec<ItemChange>)> {
    let mut by_place: BTreeMap<(Presence, Presence), Vec<ItemChange>> = BTreeMap::new();
    for item in items {
        by_place
            .entry(places(old, new, &item))
            .or_default()
            .push(item);
    }
    let mut groups: Vec<(Option<Cause>, Places, Vec<ItemChange>)> = Vec::new();
    for (places, items) in related::groups(by_place.into_iter().collect()) {
        let cause = Cause::new(old, new, &items);
        let same = groups
            .iter_mut()
            .find(|(other, ..)| cause.is_some() && *other == cause);
        match same {
            Some((_, known, all)) => {
                known.extend(places);
                all.extend(items);
            }
            None => groups.push((cause, places, items)),
        }
    }
    let changes = groups.into_iter().filter_map(|(cause, places, items)| {
        let sentence = sentence(old, new, cause, &places, &items);
        let mut places = places.into_iter();
        let (before, after) = places.next()?;
        let change = WireChange {
            code: &RUST_API_CHANGED,
            old: before,
            new: after,
            also: places.collect(),
            direction: Direction::Neither,
            verdict: Verdict::Compatible,
            sentence,
            operations: Vec::new(),
            by_way: [Vec::new(), Vec::new()],
        };
        Some((change, items))
    });
    changes.collect()
}

/// Why a crate changes although requests and responses do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cause {
    /// Requests send a type now: only those have constructors and setters.
    Sent,
    /// No request sends a type any more.
    NotSent,
    /// What was written out in an operation is a reference to a component now.
    Referred,
    /// What was a reference to a component is written out in an operation now.
    WrittenOut,
}

impl Cause {
    fn new(old: &Document, new: &Document, items: &[ItemChange]) -> Option<Self> {
        Self::of_usage(items).or_else(|| Self::of_reference(old, new, items))
    }

    fn of_usage(items: &[ItemChange]) -> Option<Self> {
        let fields: BTreeSet<&str> = items
            .iter()
            .filter(|item| item.kind == ItemKind::Field)
            .map(|item| item.path.as_str())
            .collect();
        let comes_with_it = |item: &&ItemChange| match item.kind {
            ItemKind::Implementation => item.declaration.starts_with("impl From<"),
            ItemKind::Function => {
                item.path.starts_with("models::") && !fields.contains(item.path.as_str())
            }
            _ => false,
        };
        let has_other_constructor = items.iter().any(|item| {
            item.path.ends_with("::new") && matches!(item.change, Change::Changed { .. })
        });
        if has_other_constructor {
            return None;
        }
        let mut marks = items.iter().filter(comes_with_it);
        marks.find_map(|item| match item.change {
            Change::Added => Some(Self::Sent),
            Change::Removed => Some(Self::NotSent),
            _ => None,
        })
    }

    fn of_reference(old: &Document, new: &Document, items: &[ItemChange]) -> Option<Self> {
        let refers = |document: &Document, at: &Option<Pointer>| {
            let node = Nodes::new(document).value(at.as_ref()?)?;
            let schema = node.get("schema").unwrap_or(node);
            let item = schema.get("items").unwrap_or(schema);
            let parts = item.get("allOf").and_then(|parts| parts.as_array());
            let only = parts
                .filter(|parts| parts.len() == 1)
                .and_then(|parts| parts.first());
            Some(only.unwrap_or(item).get("$ref").is_some())
        };
        let mut changed = items
            .iter()
            .filter(|item| matches!(item.change, Change::Changed { .. }));
        let is_in = |at: &Option<Pointer>, holder: &str| {
            at.as_ref()
                .is_some_and(|at| at.as_str().starts_with(holder))
        };
        changed.find_map(|item| {
            let (was, is) = (&item.old_origin, &item.new_origin);
            if is_in(was, "/paths/") && is_in(is, "/components/") {
                return Some(Self::Referred);
            }
            if is_in(was, "/components/") && is_in(is, "/paths/") {
                return Some(Self::WrittenOut);
            }
            let before = refers(old, &item.old_origin)?;
            let after = refers(new, &item.new_origin)?;
            match (before, after) {
                (false, true) => Some(Self::Referred),
                (true, false) => Some(Self::WrittenOut),
                _ => None,
            }
        })
    }
}

/// How many schemas a sentence names; of more it has the number.
const MAX_SCHEMAS: usize = 3;

fn sentence(
    old: &Document,
    new: &Document,
    cause: Option<Cause>,
    places: &Places,
    items: &[ItemChange],
) -> String {
    let labels: BTreeSet<String> = places
        .iter()
        .map(|places| label_of(old, new, places))
        .collect();
    let mut labels: Vec<String> = labels.into_iter().collect();
    // It is the operations that refer.
    let is_operation = |label: &String| label.starts_with("operation ");
    if matches!(cause, Some(Cause::Referred | Cause::WrittenOut)) && labels.iter().any(is_operation)
    {
        labels.retain(is_operation);
    }
    let count = labels.len();
    let noun = if labels.iter().all(is_operation) {
        "operations"
    } else {
        "schemas"
    };
    let subject = match count {
        0..=MAX_SCHEMAS => list(&labels),
        count => format!("each of {count} {noun}"),
    };
    let is_plural = (2..=MAX_SCHEMAS).contains(&count);
    let verb = |one, several| if is_plural { several } else { one };
    let is_of_runtime = |item: &ItemChange| item.kind == ItemKind::Export;
    if items.iter().all(is_of_runtime) {
        let names: Vec<String> = items.iter().map(|item| code(&item.path)).collect();
        let is_added = items.iter().all(|item| item.change == Change::Added);
        let verb = if is_added {
            "exports"
        } else {
            "no longer exports"
        };
        return format!("the crate {verb} {}", list(&names));
    }
    let alias = items.iter().find(|item| item.kind == ItemKind::Alias);
    match (cause, alias) {
        (Some(Cause::Sent), _) => format!("{subject} {} sent in requests now", verb("is", "are")),
        (Some(Cause::NotSent), _) => {
            format!(
                "{subject} {} not sent in requests any more",
                verb("is", "are")
            )
        }
        (Some(Cause::Referred), _) => format!(
            "{subject} {} to a component in place of an equal schema",
            verb("refers", "refer")
        ),
        (Some(Cause::WrittenOut), _) => format!(
            "{subject} {} an equal schema in place of a reference",
            verb("has", "have")
        ),
        (None, Some(alias)) if matches!(alias.change, Change::Changed { .. }) => {
            let name = type_name(alias).unwrap_or_default();
            format!("{} is another name of an equal schema now", code(name))
        }
        _ if items.iter().all(|item| item.change == Change::Added) => {
            format!("the crate has new items for {subject}")
        }
        _ => format!("the Rust API of {subject} changes in other ways"),
    }
}

fn label_of(old: &Document, new: &Document, (before, after): &(Presence, Presence)) -> String {
    match (before, after) {
        (_, Presence::At(at)) => label(new, at),
        (at, _) => label(old, at.pointer()),
    }
}

fn places(old: &Document, new: &Document, item: &ItemChange) -> (Presence, Presence) {
    let (before, after) = (item.old_origin.as_ref(), item.new_origin.as_ref());
    let spot = |document: &Document, at: Option<&Pointer>, other: Option<&Pointer>| {
        let at = named(at.or(other).unwrap_or(&Pointer::root()));
        match Nodes::new(document).value(&at) {
            Some(_) => Presence::At(at),
            None => Presence::Missing(at),
        }
    };
    (spot(old, before, after), spot(new, after, before))
}

/// How many tokens the places of components and of operations have.
const NAMED: usize = 3;

/// Returns the place of the component or operation that `at` is in.
fn named(at: &Pointer) -> Pointer {
    let tokens = at.tokens().take(NAMED);
    tokens.fold(Pointer::root(), |at, token| at.child(&token))
}
