//! `oneOf` and `anyOf`.

use hashbrown::HashSet;

use super::kind::{Kind, kind};
use super::matching::{Matched, matched};
use super::pair::Pair;
use super::peel::peel;
use super::{View, discriminator, relate, shape};
use crate::codes::changes::{
    ALTERNATIVE_ADDED, ALTERNATIVE_REMOVED, ALTERNATIVES_COMBINABLE, ALTERNATIVES_EXCLUSIVE,
    TYPE_CHANGED, TYPE_NARROWED, TYPE_WIDENED,
};
use crate::diff::wire::Presence;
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::label::label;
use crate::diff::wire::node::Node;

/// Compares the alternatives, and tells whether more can be compared.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) -> bool {
    let (old, new) = (&pair.old.alternatives, &pair.new.alternatives);
    match (old.is_empty(), new.is_empty()) {
        (true, true) => discriminator::compare(comparison, pair, &[]),
        (false, false) => {
            let matched = matched(old, new);
            discriminator::compare(comparison, pair, &matched.pairs);
            keyword(comparison, pair);
            report(comparison, pair, matched);
        }
        _ if is_object(&pair.old) && is_object(&pair.new) => beside(comparison, pair),
        _ => {
            alone(comparison, pair);
            return false;
        }
    }
    true
}

/// Reports that `anyOf` took the place of `oneOf` or the other way round, if a value can follow several of the schemas.
fn keyword(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let (Some(was), Some(is)) = (pair.old.listed_by, pair.new.listed_by) else {
        return;
    };
    if was == is || are_disjoint(&pair.old.alternatives) && are_disjoint(&pair.new.alternatives) {
        return;
    }
    let (code, count) = if is == "oneOf" {
        (&ALTERNATIVES_EXCLUSIVE, "exactly one of")
    } else {
        (&ALTERNATIVES_COMBINABLE, "one or several of")
    };
    let places = (pair.old.spot(was), pair.new.spot(is));
    pair.report_at(comparison, code, places, || {
        format!("follows {count} its subschemas (`{is}` instead of `{was}`)")
    });
}

/// Returns whether no value can follow two of the schemas, because each has a type of its own.
fn are_disjoint(alternatives: &[Node<'_>]) -> bool {
    let kinds = alternatives.iter().map(|node| {
        match kind(&View::new(&vec![node.clone()])) {
            // All integers are numbers.
            Kind::Integer => Kind::Number,
            kind => kind,
        }
    });
    let mut known = HashSet::new();
    let mut kinds = kinds.map(|kind| kind != Kind::Anything && known.insert(kind));
    kinds.all(|is_new| is_new)
}

/// Reports alternatives without a counterpart, and has the others compared.
fn report<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>, matched: Matched<'a>) {
    for node in matched.removed {
        let places = (Presence::At(node.at.clone()), pair.new_spot());
        comparison.report(pair.reach, &ALTERNATIVE_REMOVED, places, || {
            format!("{} was removed", label(node.document(), &node.at))
        });
    }
    for node in matched.added {
        let places = (pair.old_spot(), Presence::At(node.at.clone()));
        comparison.report(pair.reach, &ALTERNATIVE_ADDED, places, || {
            format!("{} was added", label(node.document(), &node.at))
        });
    }
    for (old, new) in matched.pairs {
        relate(comparison, pair.reach, vec![old], vec![new]);
    }
}

/// Returns whether a schema speaks of objects beside its alternatives.
fn is_object(view: &View<'_>) -> bool {
    view.get("properties").is_some()
}

/// Compares an object that has alternatives with one that has none.
fn beside(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let count = pair.old.alternatives.len().max(pair.new.alternatives.len());
    let (code, what) = if pair.old.alternatives.is_empty() {
        (&TYPE_NARROWED, "follows one")
    } else {
        (&TYPE_WIDENED, "does not have to follow one")
    };
    pair.report_whole(comparison, code, || {
        format!("{what} of {count} schemas besides")
    });
}

/// Compares a schema that is nothing but alternatives with one that has none: that is as one alternative.
fn alone<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) {
    let is_new = pair.old.alternatives.is_empty();
    let (only, alternatives, site) = if is_new {
        (&pair.old, &pair.new.alternatives, &pair.sites.0)
    } else {
        (&pair.new, &pair.old.alternatives, &pair.sites.1)
    };
    let Some(counterpart) = counterpart(only, alternatives) else {
        return replaced(comparison, pair, kind(only), is_new);
    };
    // Whether `null` is a value is said of the whole.
    let site = match site.as_slice() {
        [only] => vec![peel(only).core],
        _ => site.clone(),
    };
    let identity = counterpart.identity();
    let others = alternatives
        .iter()
        .filter(|node| node.identity() != identity);
    let others = others.cloned().collect();
    if is_new {
        relate(
            comparison,
            pair.reach,
            site.clone(),
            vec![counterpart.clone()],
        );
        let added = Matched {
            added: others,
            ..Matched::default()
        };
        report(comparison, pair, added);
    } else {
        relate(
            comparison,
            pair.reach,
            vec![counterpart.clone()],
            site.clone(),
        );
        let removed = Matched {
            removed: others,
            ..Matched::default()
        };
        report(comparison, pair, removed);
    }
}

/// Returns the alternative that says the same as `view`: one of the same component, or else one in the same words, or
/// else the only one of its type.
fn counterpart<'n, 'a>(view: &View<'a>, alternatives: &'n [Node<'a>]) -> Option<&'n Node<'a>> {
    let is_same = |node: &&Node<'a>| {
        let at = node.resolved().at;
        view.parts.iter().any(|part| part.at == at)
    };
    if let Some(same) = alternatives.iter().find(is_same) {
        return Some(same);
    }
    let says_the_same = |node: &&Node<'a>| {
        let said = shape(&node.resolved(), &|_| false);
        view.parts
            .iter()
            .any(|part| shape(part, &|_| false) == said)
    };
    if let Some(same) = alternatives.iter().find(says_the_same) {
        return Some(same);
    }
    let own = kind(view);
    let mut alike = alternatives.iter().filter(|node| {
        let view = View::new(&vec![(*node).clone()]);
        kind(&view) == own && own != Kind::Anything
    });
    let first = alike.next()?;
    alike.next().is_none().then_some(first)
}

fn replaced(comparison: &mut Comparison<'_>, pair: &Pair<'_>, only: Kind, is_new: bool) {
    let several = "one of several types";
    let (code, what) = match (only, is_new) {
        (Kind::Anything, true) => (&TYPE_NARROWED, format!("has {several} instead of {only}")),
        (Kind::Anything, false) => (
            &TYPE_WIDENED,
            format!("has {} instead of {several}", only.noun()),
        ),
        (_, true) => (&TYPE_CHANGED, format!("has {several} instead of {only}")),
        (_, false) => (
            &TYPE_CHANGED,
            format!("has {} instead of {several}", only.noun()),
        ),
    };
    pair.report_whole(comparison, code, || what);
}
