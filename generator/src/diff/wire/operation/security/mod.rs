//! Which credentials operations take (OpenAPI 3.0.3, Security Requirement Object).

mod alternative;

use alternative::{Alternative, alternatives};

use super::Pair;
use crate::codes::changes::{
    ChangeCode, SECURITY_ALTERNATIVE_ADDED, SECURITY_ALTERNATIVE_REMOVED, SECURITY_CHANGED,
    SECURITY_LIFTED, SECURITY_REQUIRED, SECURITY_SCOPE_ADDED, SECURITY_SCOPE_REMOVED,
};
use crate::diff::wire::alike::operation_name;
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::node::Node;
use crate::diff::wire::pairing::Paired;
use crate::diff::wire::{Presence, words};

/// Compares the credentials that two operations take.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let lists = (pair.old.security(), pair.new.security());
    let documents = (pair.old.node.document(), pair.new.node.document());
    let old = alternatives(lists.0.as_ref(), documents.0, documents.1);
    let new = alternatives(lists.1.as_ref(), documents.1, documents.0);
    let places = (
        spot(lists.0.as_ref(), pair, true),
        spot(lists.1.as_ref(), pair, false),
    );
    match (is_free(&old), is_free(&new)) {
        (true, false) => {
            let what = format!("needs {}", shown(&new));
            report(comparison, pair, &SECURITY_REQUIRED, places, &what);
        }
        (false, true) => report(
            comparison,
            pair,
            &SECURITY_LIFTED,
            places,
            "needs no credentials any more",
        ),
        _ => compare_alternatives(comparison, pair, old, new, &places),
    }
}

fn report(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    code: &'static ChangeCode,
    places: (Presence, Presence),
    what: &str,
) {
    let is_general = places.1.pointer().as_str().starts_with("/security");
    let subject = if is_general {
        "the API".to_owned()
    } else {
        operation_name(&pair.new.name())
    };
    comparison.report(pair.both(), code, places, || format!("{subject} {what}"));
}

/// Returns whether no credentials are needed.
fn is_free(alternatives: &[Alternative]) -> bool {
    alternatives.is_empty() || alternatives.iter().any(|each| each.schemes.is_empty())
}

fn shown(alternatives: &[Alternative]) -> String {
    let names: Vec<_> = alternatives.iter().map(|each| each.shown.clone()).collect();
    names.join(" or ")
}

fn spot(list: Option<&Node<'_>>, pair: &Pair<'_>, is_old: bool) -> Presence {
    let holder = if is_old {
        &pair.old.node
    } else {
        &pair.new.node
    };
    list.map_or_else(
        || Presence::Missing(holder.at.clone()),
        |list| Presence::At(list.at.clone()),
    )
}

fn compare_alternatives(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    old: Vec<Alternative>,
    new: Vec<Alternative>,
    lists: &(Presence, Presence),
) {
    let named = |list: Vec<Alternative>| -> Vec<_> {
        let list = list.into_iter();
        list.filter(|each| !each.schemes.is_empty()).collect()
    };
    let new = named(new);
    let accepted: Vec<Alternative> = new.clone();
    let paired = Paired::new(named(old), new).by(|each| Some(each.names()));
    for (old, new) in &paired.pairs {
        compare_scopes(comparison, pair, old, new);
    }
    let (gone, new) = (paired.removed, paired.added);
    if let ([one], [other]) = (gone.as_slice(), new.as_slice()) {
        let places = (Presence::At(one.at.clone()), Presence::At(other.at.clone()));
        let what = format!("takes {} instead of {}", other.shown, one.shown);
        let code = if other.is_part_of(one) {
            &SECURITY_ALTERNATIVE_ADDED
        } else {
            &SECURITY_CHANGED
        };
        return report(comparison, pair, code, places, &what);
    }
    // What sends more credentials than necessary is accepted.
    let suffices = |one: &Alternative| accepted.iter().any(|other| other.is_part_of(one));
    for one in gone.into_iter().filter(|one| !suffices(one)) {
        let places = (
            Presence::At(one.at),
            Presence::Missing(lists.1.pointer().clone()),
        );
        let what = format!("does not take {} any more", one.shown);
        report(
            comparison,
            pair,
            &SECURITY_ALTERNATIVE_REMOVED,
            places,
            &what,
        );
    }
    for other in new {
        let places = (
            Presence::Missing(lists.0.pointer().clone()),
            Presence::At(other.at),
        );
        let what = format!("takes {} as well", other.shown);
        report(comparison, pair, &SECURITY_ALTERNATIVE_ADDED, places, &what);
    }
}

fn compare_scopes(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    old: &Alternative,
    new: &Alternative,
) {
    let places = || (Presence::At(old.at.clone()), Presence::At(new.at.clone()));
    let missing = |from: &Alternative, others: &Alternative| {
        let scopes = from.scopes().into_iter();
        let only: Vec<_> = scopes
            .filter(|scope| !others.scopes().contains(scope))
            .collect();
        only.iter()
            .map(|(_, scope)| words::code(scope))
            .collect::<Vec<_>>()
    };
    let (removed, added) = (missing(old, new), missing(new, old));
    if !added.is_empty() {
        let what = format!("needs the scope {}", words::list(&added));
        report(comparison, pair, &SECURITY_SCOPE_ADDED, places(), &what);
    }
    if !removed.is_empty() {
        let what = format!("does not need the scope {} any more", words::list(&removed));
        report(comparison, pair, &SECURITY_SCOPE_REMOVED, places(), &what);
    }
}
