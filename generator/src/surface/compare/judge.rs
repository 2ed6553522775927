//! What became of an item that is there before and after, and which arguments take what others took.

use super::super::Surface;
use super::super::item::{Detail, Function, Item, ItemKind, Output};
use super::change::{Change, ItemChange, Level};
use super::steps::{Step, steps};
use super::{Index, Role, names};
use crate::signature::TypeUse;

/// The APIs that are compared.
pub(super) struct Worlds<'a> {
    pub old: &'a Surface<'a>,
    pub new: &'a Surface<'a>,
}

impl<'a> Worlds<'a> {
    /// Returns what an old type is by now.
    fn before(&self, ty: TypeUse<'a>) -> Vec<Step<'a>> {
        steps(ty, &[&self.old.aliases, &self.new.aliases])
    }

    fn after(&self, ty: TypeUse<'a>) -> Vec<Step<'a>> {
        steps(ty, &[&self.new.aliases])
    }

    fn is_same(&self, old: TypeUse<'a>, new: TypeUse<'a>) -> bool {
        self.before(old) == self.after(new)
    }
}

/// Returns the change from `old` to `new`, if there is one.
pub(super) fn judge<'a>(
    worlds: &Worlds<'a>,
    after: &Index<'a>,
    old: &'a Item<'a>,
    new: &'a Item<'a>,
) -> Option<ItemChange> {
    let stands_for_another = !old.wire.is_empty() && old.wire != new.wire;
    let level = if stands_for_another {
        Some(Level::Major)
    } else if old.kind == new.kind {
        of_details(worlds, &old.detail, &new.detail)
    } else {
        Some(of_kinds(worlds, after, old, new))
    };
    let is_discouraged = new.deprecated && !old.deprecated;
    // An item that stands for another one by now has the path of that one.
    let is_moved = old.path != new.path;
    match level {
        None if is_discouraged => {
            let (change, level) = (Change::Deprecated, Level::Minor);
            Some(ItemChange::new(old, new, change, level))
        }
        None if is_moved || old.signature == new.signature => None,
        level => {
            let floor = if is_discouraged {
                Level::Minor
            } else {
                Level::Patch
            };
            let level = level.map_or(floor, |level| level.max(floor));
            let change = if stands_for_another {
                Change::Changed {
                    old: old.line(),
                    new: new.line(),
                }
            } else {
                Change::Changed {
                    old: old.signature.clone(),
                    new: new.signature.clone(),
                }
            };
            Some(ItemChange::new(old, new, change, level))
        }
    }
}

/// Returns a type of another kind. What an alias leads to can be the same type under another name, except that the
/// variants of an enum cannot be imported through an alias.
fn of_kinds<'a>(worlds: &Worlds<'a>, after: &Index<'a>, old: &Item<'a>, new: &Item<'a>) -> Level {
    if new.kind != ItemKind::Alias || old.kind != ItemKind::Struct {
        return Level::Major;
    }
    let target = names::through_aliases(worlds.new, &new.path);
    let target = target.and_then(|path| after.get(&(path.as_str(), Role::Type)).copied());
    match target {
        Some(target) if target.kind == old.kind => Level::Minor,
        _ => Level::Major,
    }
}

/// Returns the level of a difference between two declarations, if there is one that matters to the compiler.
fn of_details<'a>(worlds: &Worlds<'a>, old: &Detail<'a>, new: &Detail<'a>) -> Option<Level> {
    match (old, new) {
        (Detail::Nothing, Detail::Nothing) => None,
        (Detail::Fixed(old), Detail::Fixed(new)) if old == new => None,
        (Detail::Type(old), Detail::Type(new)) | (Detail::Argument(old), Detail::Argument(new))
            if worlds.is_same(*old, *new) =>
        {
            None
        }
        (Detail::Function(old), Detail::Function(new)) => of_functions(worlds, old, new),
        _ => Some(Level::Major),
    }
}

fn of_functions<'a>(worlds: &Worlds<'a>, old: &Function<'a>, new: &Function<'a>) -> Option<Level> {
    let fits = old.receiver == new.receiver
        && old.arguments.len() == new.arguments.len()
        && !is_reordered(old, new);
    let output = of_outputs(worlds, &old.output, &new.output);
    if !fits || output == Some(Level::Major) {
        return Some(Level::Major);
    }
    let pairs = old.arguments.iter().zip(&new.arguments);
    let mut pairs = pairs.map(|((_, old), (_, new))| (worlds.before(*old), worlds.after(*new)));
    pairs
        .try_fold(output, |level, (old, new)| match () {
            () if old == new => Ok(level),
            () if accepts(&old, &new) => Ok(Some(Level::Minor)),
            () => Err(Level::Major),
        })
        .unwrap_or_else(Some)
}

/// Returns whether an argument stands in another place: programs would give values of one type for each other.
fn is_reordered(old: &Function<'_>, new: &Function<'_>) -> bool {
    let listed = old.arguments.iter().enumerate();
    let mut moved = listed.filter_map(|(place, (name, _))| {
        let now = new.arguments.iter().position(|(other, _)| other == name)?;
        (now != place).then_some(())
    });
    moved.next().is_some()
}

/// Returns the level of a difference between what two functions give back.
///
/// With its first optional parameter, an operation returns a type of its own. It does all that `Request` does, but code
/// that writes out `Request<T>` does not compile with it.
fn of_outputs<'a>(worlds: &Worlds<'a>, old: &Output<'a>, new: &Output<'a>) -> Option<Level> {
    let unless = |is_fine: bool, level| if is_fine { level } else { Some(Level::Major) };
    match (old, new) {
        (Output::Fixed(old), Output::Fixed(new)) => unless(old == new, None),
        (Output::Request(old), Output::Request(new)) => unless(worlds.is_same(*old, *new), None),
        // What awaiting it gives is an item of its own.
        (Output::Builder(old), Output::Builder(new)) => unless(old == new, None),
        _ => Some(Level::Major),
    }
}

/// Returns whether an argument of type `new` takes every value that one of type `old` took.
pub(super) fn accepts(old: &[Step<'_>], new: &[Step<'_>]) -> bool {
    match (old, new) {
        (old, new) if old == new => true,
        // Every type is `Into` itself, its `Option`, its `Box` and its `Patch`.
        (
            old,
            [
                Step::Into,
                Step::Optional | Step::Boxed | Step::Patch,
                new @ ..,
            ],
        ) if old == new => true,
        (old, [Step::Into, new @ ..]) => old == new,
        _ => false,
    }
}

#[cfg(test)]
mod accepts_tests {
    use super::*;

    #[test]
    fn what_converts_is_accepted() {
        let check = |old: &[Step<'_>], new: &[Step<'_>], is_accepted| {
            assert_eq!(accepts(old, new), is_accepted, "{old:?} {new:?}");
        };
        let (model, into) = (Step::Model("A"), Step::Into);
        check(&[model], &[model], true);
        check(&[model], &[into, model], true);
        check(&[into, model], &[model], false);
        check(&[model], &[into, Step::Patch, model], true);
        check(&[into, model], &[into, Step::Patch, model], false);
    }
}
