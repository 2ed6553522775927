//! A schema in the place of which another one is used that has little in common with it.

use super::kind::{Kind, change, kind};
use super::{View, similar};
use crate::diff::wire::Spot;
use crate::diff::wire::codes::TYPE_CHANGED;
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::finding::Reach;
use crate::diff::wire::label::label;
use crate::diff::wire::node::Node;

/// A place and the component that it refers to, if it does.
pub(super) type Named<'n, 'a> = (&'n Node<'a>, Option<&'n Node<'a>>);

/// Reports that another schema took the place of one, as far as they have little in common, and tells whether it is so:
/// what became of each property would only hide that. One of them at least is a component.
pub(super) fn compare(
    comparison: &mut Comparison<'_>,
    reach: Reach,
    old: Named<'_, '_>,
    new: Named<'_, '_>,
) -> bool {
    let (was, is) = (old.1.unwrap_or(old.0), new.1.unwrap_or(new.0));
    if was.at == is.at || (old.1.is_none() && new.1.is_none()) || similar(was, is) {
        return false;
    }
    let (old_view, new_view) = (View::of(&vec![was.clone()]), View::of(&vec![is.clone()]));
    let kinds = (kind(&old_view), kind(&new_view));
    let is_plain = old_view.alternatives.is_empty() && new_view.alternatives.is_empty();
    let has_properties = |view: &View<'_>| view.get("properties").is_some();
    let are_objects = kinds == (Kind::Object, Kind::Object)
        && has_properties(&old_view)
        && has_properties(&new_view);
    let have_names = old.1.is_some() && new.1.is_some();
    let have_other_types = have_names && change(kinds.0, kinds.1) == &TYPE_CHANGED;
    if !is_plain || !(are_objects || have_other_types && kinds.0 != kinds.1) {
        return false;
    }
    let places = (Spot::At(old.0.at.clone()), Spot::At(new.0.at.clone()));
    comparison.report(reach, &TYPE_CHANGED, places, || sentence(old, new));
    true
}

fn sentence(old: Named<'_, '_>, new: Named<'_, '_>) -> String {
    let name = |node: &Node<'_>| label(node.document(), &node.at);
    let place = name(new.0);
    match (old.1, new.1) {
        (Some(was), Some(is)) => format!("{place} is {} instead of {}", name(is), name(was)),
        (Some(was), None) => format!("{place} has other properties than {}", name(was)),
        (None, Some(is)) => format!("{place} is {}, which has other properties", name(is)),
        (None, None) => format!("{place} has other properties"),
    }
}
