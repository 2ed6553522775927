//! Changes of functions that several changes on the wire make: each gets what it made.

use super::Joined;
use crate::diagnostics::Pointer;
use crate::diff::wire::WireChange;
use crate::names::{snake, split};
use crate::surface::{Change, ItemChange, ItemKind};

/// Gives each clause about an argument to the change of the parameter or property that it is called after.
pub(super) fn by_arguments(joined: &mut Joined, changes: &[WireChange]) {
    let mut moved: Vec<(usize, ItemChange)> = Vec::new();
    for (number, items) in joined.by_change.iter_mut().enumerate() {
        for item in items.iter_mut().filter(|item| has_clauses(item)) {
            let mut kept = Vec::new();
            for clause in std::mem::take(&mut item.difference) {
                let maker = argument(&clause).and_then(|name| maker(changes, item, name));
                match maker.filter(|maker| *maker != number) {
                    Some(maker) => {
                        let mut part = item.clone();
                        part.difference = vec![clause];
                        moved.push((maker, part));
                    }
                    None => kept.push(clause),
                }
            }
            item.difference = kept;
        }
        // All of it was made by others.
        items.retain(|item| !(is_function(item) && item.difference.is_empty()));
    }
    for (number, item) in moved {
        let Some(items) = joined.by_change.get_mut(number) else {
            continue;
        };
        match items
            .iter_mut()
            .find(|other| other.path == item.path && other.kind == item.kind)
        {
            Some(other) => other.difference.extend(item.difference),
            None => items.push(item),
        }
    }
}

fn is_function(item: &ItemChange) -> bool {
    item.kind == ItemKind::Function && matches!(item.change, Change::Changed { .. })
}

fn has_clauses(item: &ItemChange) -> bool {
    is_function(item) && item.difference.len() > 1
}

/// Returns the argument that a clause is about.
fn argument(clause: &str) -> Option<&str> {
    let rest = clause.strip_prefix("takes `")?;
    let (name, rest) = rest.split_once(": ")?;
    // A clause about several arguments is about none.
    let (_, after) = rest.split_once('`')?;
    let is_one = !after.contains(", `") && !after.contains(" and `");
    is_one.then_some(name)
}

/// Returns the change of the parameter or property called `argument` of what made `item`.
fn maker(changes: &[WireChange], item: &ItemChange, argument: &str) -> Option<usize> {
    let origin = item.new_origin.as_ref().or(item.old_origin.as_ref())?;
    changes.iter().position(|change| {
        let is_of_it = named(&change.sentence).is_some_and(|name| snake(&split(name)) == argument);
        is_of_it && change.spots().any(|(_, new)| is_in(new.pointer(), origin))
    })
}

fn is_in(at: &Pointer, around: &Pointer) -> bool {
    at.upward().any(|at| at == around.as_str())
}

/// Returns the name of the parameter or property that a sentence is about.
fn named(sentence: &str) -> Option<&str> {
    let rest = sentence.strip_prefix("parameter `");
    let rest = rest.or_else(|| sentence.strip_prefix("property `"))?;
    Some(rest.split_once('`')?.0)
}
