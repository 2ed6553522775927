use super::relate::component;
use super::{Site, View};
use crate::codes::changes::ChangeCode;
use crate::diagnostics::Pointer;
use crate::diff::wire::Presence;
use crate::diff::wire::alike::of_schema;
use crate::diff::wire::comparison::{Comparison, Reach};
use crate::diff::wire::label::{label, labelled};
use crate::diff::wire::node::Node;
use crate::load::CONDITIONS;

/// Two schemas of which the newer took the place of the older.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    pub reach: Reach,
    pub old: View<'a>,
    pub new: View<'a>,
    /// Where they stand.
    pub sites: (Site<'a>, Site<'a>),
    firsts: (Node<'a>, Node<'a>),
}

impl<'a> Pair<'a> {
    /// `old` and `new`, unless one of them is nowhere.
    pub fn new(reach: Reach, old: &Site<'a>, new: &Site<'a>) -> Option<Self> {
        Some(Self {
            reach,
            old: View::new(old),
            new: View::new(new),
            sites: (old.clone(), new.clone()),
            firsts: (old.first()?.clone(), new.first()?.clone()),
        })
    }

    /// Reports a change of the keyword `key`.
    pub fn report(
        &self,
        comparison: &mut Comparison<'_>,
        code: &'static ChangeCode,
        key: &str,
        what: impl FnOnce() -> String,
    ) {
        let places = (self.old.spot(key), self.new.spot(key));
        self.report_at(comparison, code, places, what);
    }

    /// Reports a change of the condition that the keys `way` lead to.
    pub fn report_condition(
        &self,
        comparison: &mut Comparison<'_>,
        code: &'static ChangeCode,
        way: &[&str],
        what: impl FnOnce() -> String,
    ) {
        let spot = |view: &View<'_>| {
            let nodes = view.all(CONDITIONS);
            let mut holders = nodes.filter_map(|node| {
                let (keyword, rest) = way.split_first()?;
                let kept = node.get(keyword)?;
                // Of patterns there can be a list only.
                let listed = kept.value.as_array().into_iter().flatten();
                let mut listed = listed.filter_map(serde_json::Value::as_str);
                let is_listed = rest
                    .first()
                    .is_some_and(|name| listed.any(|one| one == *name));
                (is_listed || kept.follow(rest).is_some()).then(|| node.at.parent())?
            });
            let at = |holder: Pointer| way.iter().fold(holder, |at, key| at.child(key));
            holders.next().map(|holder| Presence::At(at(holder)))
        };
        let (old, new) = &self.firsts;
        let places = (
            spot(&self.old).unwrap_or_else(|| Presence::Missing(old.at.clone())),
            spot(&self.new).unwrap_or_else(|| Presence::Missing(new.at.clone())),
        );
        self.report_at(comparison, code, places, what);
    }

    /// Reports a change of a keyword at `places`.
    pub fn report_at(
        &self,
        comparison: &mut Comparison<'_>,
        code: &'static ChangeCode,
        places: (Presence, Presence),
        what: impl FnOnce() -> String,
    ) {
        let holder = self.holder(&places);
        comparison.report(self.reach, code, places, || {
            let label = match holder {
                Some(node) => of_schema(labelled(&node), &node.at),
                None => self.label(),
            };
            format!("{label} {}", what())
        });
    }

    /// Returns the one of several nodes, all of which hold, that `places` are in.
    fn holder(&self, places: &(Presence, Presence)) -> Option<Node<'a>> {
        let find = |site: &Site<'a>, spot: &Presence| {
            let at = spot.present()?;
            let holds = |node: &&Node<'_>| at.upward().any(|around| around == node.at.as_str());
            site.iter().find(holds).cloned()
        };
        let (old, new) = &self.sites;
        find(new, &places.1).or_else(|| find(old, &places.0).filter(|_| old.len() > 1))
    }

    /// Reports a change of the schemas as such.
    pub fn report_whole(
        &self,
        comparison: &mut Comparison<'_>,
        code: &'static ChangeCode,
        what: impl FnOnce() -> String,
    ) {
        let (old, new) = &self.firsts;
        let places = (Presence::At(old.at.clone()), Presence::At(new.at.clone()));
        comparison.report(self.reach, code, places, || {
            format!("{} {}", self.label(), what())
        });
    }

    /// Returns what a person calls the schemas.
    pub fn label(&self) -> String {
        let new = &self.firsts.1;
        of_schema(labelled(new), &new.at)
    }

    /// Returns what a person calls their property `name`.
    pub fn label_of(&self, name: &str) -> String {
        let new = &self.firsts.1;
        let at = new.at.child("properties").child(name);
        of_schema(label(new.document(), &at), &at)
    }

    /// Returns whether both documents have something at `at`: then that did not come or go there.
    pub fn have_both(&self, at: &Pointer) -> bool {
        let has = |node: &Node<'_>| Node::find(node.document(), at).is_some();
        has(&self.firsts.0) && has(&self.firsts.1)
    }

    /// Returns what they are called, if one component takes the place of another.
    pub fn components(&self) -> Option<(String, String)> {
        let (old, new) = &self.firsts;
        let are_others = component(old)? != component(new)?;
        are_others.then(|| (labelled(old), labelled(new)))
    }

    /// Returns where they stand.
    pub fn holders(&self) -> (Pointer, Pointer) {
        let (old, new) = &self.firsts;
        (old.at.clone(), new.at.clone())
    }

    /// Returns where something would be that only the new schema has.
    pub fn old_spot(&self) -> Presence {
        Presence::Missing(self.firsts.0.at.clone())
    }

    /// Returns where something would be that only the old schema has.
    pub fn new_spot(&self) -> Presence {
        Presence::Missing(self.firsts.1.at.clone())
    }
}
