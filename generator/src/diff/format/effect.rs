//! What a change means for code that uses the crate, and what to do about it.

use std::collections::BTreeMap;

use super::markdown::capital;
use super::{MAX_NAMED, named};
use crate::codes::changes::Verdict;
use crate::diagnostics::Pointer;
use crate::diff::Entry;
use crate::surface::{Change, ItemChange, ItemKind};

/// What a change means for code that uses the crate.
#[derive(Debug, Default)]
pub(super) struct Effects<'e> {
    /// Items that have another name now: before and after.
    pub renamed: Vec<(&'e ItemChange, &'e ItemChange)>,
    pub removed: Vec<&'e ItemChange>,
    pub changed: Vec<&'e ItemChange>,
    pub added: Vec<&'e ItemChange>,
    pub deprecated: Vec<&'e ItemChange>,
}

/// Returns what `entry` means for code that uses the crate, without the setters of fields, which have the names of
/// these.
pub(super) fn effects(entry: &Entry) -> Effects<'_> {
    let mut items: Vec<&ItemChange> = entry.items.iter().collect();
    // Most fields come with a setter of the same name.
    items.dedup_by_key(|item| item.path.clone());
    let mut effects = Effects::default();
    for item in items {
        match item.change {
            Change::Added => effects.added.push(item),
            Change::Removed => effects.removed.push(item),
            Change::Changed { .. } => effects.changed.push(item),
            Change::Deprecated => effects.deprecated.push(item),
        }
    }
    effects.find_renamed(entry);
    effects
}

impl Effects<'_> {
    /// Takes out the pairs of removed and added items that the same thing in both documents made.
    fn find_renamed(&mut self, entry: &Entry) {
        if self.removed.is_empty() || self.added.is_empty() {
            return;
        }
        let also = entry.also.iter().map(|(old, new)| (old, new));
        let places: Vec<(&Pointer, &Pointer)> = also
            .chain([(&entry.old, &entry.new)])
            .map(|(old, new)| (&old.pointer, &new.pointer))
            .collect();
        let added = self.added.iter().enumerate();
        let by_origin: BTreeMap<(ItemKind, &Pointer), usize> = added
            .filter_map(|(number, item)| Some(((item.kind, item.new_origin.as_ref()?), number)))
            .collect();
        let mut taken = Vec::new();
        let removed = std::mem::take(&mut self.removed);
        for item in removed {
            let origin = item.old_origin.as_ref();
            let now = origin.and_then(|origin| {
                let origins = places.iter().filter_map(|place| moved(origin, *place));
                let mut origins = origins.chain([origin.clone()]);
                origins.find_map(|origin| by_origin.get(&(item.kind, &origin)).copied())
            });
            let free = now.filter(|number| is_type_or_function(item) && !taken.contains(number));
            match free.and_then(|number| Some((number, *self.added.get(number)?))) {
                Some((number, other)) => {
                    taken.push(number);
                    self.renamed.push((item, other));
                }
                None => self.removed.push(item),
            }
        }
        let mut number = 0;
        self.added.retain(|_| {
            number += 1;
            !taken.contains(&(number - 1))
        });
    }

    /// Adds those of another change.
    pub fn take_in(&mut self, other: Self) {
        self.renamed.extend(other.renamed);
        self.removed.extend(other.removed);
        self.changed.extend(other.changed);
        self.added.extend(other.added);
        self.deprecated.extend(other.deprecated);
    }

    /// Returns what to do, as sentences without a full stop.
    pub fn advice(&self) -> Vec<String> {
        let mut advice = Vec::new();
        let quoted = |item: &&ItemChange| format!("`{}`", name(item));
        let (aliases, removed): (Vec<&ItemChange>, Vec<_>) =
            self.removed.iter().partition(|item| target(item).is_some());
        if !removed.is_empty() {
            advice.push(format!("Stop using {}", named(&removed, quoted)));
        }
        let replaced = |item: &&ItemChange| {
            let target = target(item).unwrap_or_default();
            format!("`{target}` instead of `{}`", name(item))
        };
        if !aliases.is_empty() {
            advice.push(format!("Use {}", named(&aliases, replaced)));
        }
        let renamed: Vec<String> = self
            .renamed
            .iter()
            .map(|(old, new)| renamed(old, new, &self.renamed))
            .collect();
        let mut changed: Vec<(String, Vec<String>)> = Vec::new();
        for (subject, clause) in self.changed.iter().filter_map(|item| changes(item)) {
            match changed.iter_mut().find(|(known, _)| *known == subject) {
                Some((_, clauses)) => clauses.push(clause),
                None => changed.push((subject, vec![clause])),
            }
        }
        let changed = changed
            .into_iter()
            .map(|(subject, clauses)| format!("{subject} {}", clauses.join(" and ")));
        let mut clauses: Vec<String> = renamed.into_iter().chain(changed).collect();
        let more = clauses.len().saturating_sub(MAX_NAMED);
        clauses.truncate(MAX_NAMED);
        if more > 0 {
            clauses.push(format!("{more} more items changed"));
        }
        if !clauses.is_empty() {
            advice.push(clauses.join("; "));
        }
        if !self.added.is_empty() {
            advice.push(format!("Adds {}", named(&self.added, quoted)));
        }
        if !self.deprecated.is_empty() {
            advice.push(format!("Deprecates {}", named(&self.deprecated, quoted)));
        }
        advice
    }
}

/// Returns what `origin` is called after a change at `place`, if it is there or in it.
fn moved(origin: &Pointer, place: (&Pointer, &Pointer)) -> Option<Pointer> {
    let rest = origin.as_str().strip_prefix(place.0.as_str())?;
    let is_within = rest.is_empty() || rest.starts_with('/');
    is_within.then(|| Pointer::parse(&format!("{}{rest}", place.1)))
}

fn is_type_or_function(item: &ItemChange) -> bool {
    use ItemKind::{Alias, Enum, Function, Struct, Wrapper};
    matches!(item.kind, Struct | Enum | Alias | Wrapper | Function)
}

/// Returns the type that an alias stood for.
fn target(item: &ItemChange) -> Option<&str> {
    let declaration = item.declaration.strip_prefix("pub type ")?;
    let (_, target) = declaration.split_once(" = ")?;
    Some(target)
}

/// Returns that an item has another name now, and how it is declared if that is not all; `all` are those with other
/// names.
fn renamed(old: &ItemChange, new: &ItemChange, all: &[(&ItemChange, &ItemChange)]) -> String {
    let (was, is) = (name(old), name(new));
    let mut paths: Vec<(&str, &str)> = all
        .iter()
        .map(|(old, new)| (old.path.as_str(), new.path.as_str()))
        .collect();
    // A path can be the beginning of another one.
    paths.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
    let expected = paths
        .iter()
        .fold(old.declaration.clone(), |text, (old, new)| {
            text.replace(old, new)
        });
    if old.kind != ItemKind::Function || expected == new.declaration {
        return format!("`{was}` is `{is}` now");
    }
    let declaration = new.declaration.trim_start_matches("pub ");
    format!("`{was}` is `{is}` now, declared as `{declaration}`")
}

/// Returns an item and what is different about it. There is nothing to say if only a type of the same name is another
/// one.
fn changes(item: &ItemChange) -> Option<(String, String)> {
    let clauses = item.difference.join(" and ");
    if clauses.is_empty() {
        return None;
    }
    let awaited = item.declaration.starts_with("impl IntoFuture");
    Some(match clauses.strip_prefix("is ").filter(|_| awaited) {
        Some(types) => (
            format!("awaiting `{}`", item.path),
            format!("gives {types}"),
        ),
        None => (format!("`{}`", name(item)), clauses),
    })
}

/// Returns the name of an item. Functions of types have parentheses, which distinguish them from fields.
pub(super) fn name(item: &ItemChange) -> String {
    match item.kind {
        ItemKind::Implementation => item.declaration.clone(),
        ItemKind::Function if item.path.starts_with("models::") => format!("{}()", item.path),
        _ => item.path.clone(),
    }
}

/// Returns what running programs have to expect of a change that no declaration shows, as a sentence without a full
/// stop.
pub(super) fn expectation(entry: &Entry) -> Option<String> {
    let code = entry.code;
    match code.id {
        _ if entry.verdict == Verdict::Compatible => return None,
        "server-changed" | "server-removed" => {
            let text = "Check that your network lets requests to the new server through, or set `base_url`";
            return Some(text.to_owned());
        }
        "default-changed" if entry.old.present => {
            return Some("Set the value if you rely on the old default".to_owned());
        }
        "default-changed" => {
            return Some("Set the value if you rely on what was done without one".to_owned());
        }
        _ => {}
    }
    let request = match code.request {
        _ if !entry.direction.is_request() => None,
        Verdict::Breaking => Some("requests fail that are as before"),
        Verdict::Risky => Some("requests may fail that are as before"),
        Verdict::Compatible => None,
    };
    let has_response = entry.direction.is_response() && code.response != Verdict::Compatible;
    let is_more = MORE.iter().any(|end| code.id.ends_with(end));
    let response = if is_more {
        "expect it in responses"
    } else {
        "do not rely on the old responses"
    };
    let both: Vec<&str> = request
        .into_iter()
        .chain(has_response.then_some(response))
        .collect();
    (!both.is_empty()).then(|| capital(&both.join("; ")))
}

/// What the codes of changes end with after which more is possible.
const MORE: &[&str] = &["-added", "-widened", "-loosened", "-opened", "-nullable"];
