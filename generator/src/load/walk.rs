//! A walk over all objects of a document.

use serde_json::Value;

use super::grammar::{Held, Kind, held};
use super::trail::Trail;

/// Calls `visit` with `value`, which is of `kind` and stands at `trail`, and then with the objects in it as `visit`
/// has left them.
///
/// Reading has limited how deep a document can be, and so how deep this recurses.
pub(super) fn walk<V>(value: &mut Value, kind: Kind, trail: &Trail<'_>, visit: &mut V)
where
    V: FnMut(&mut Value, Kind, &Trail<'_>),
{
    visit(value, kind, trail);
    let Value::Object(members) = value else {
        return;
    };
    for (key, member) in members.iter_mut() {
        let trail = Trail::Member(trail, key);
        match held(kind, key) {
            Some(Held::One(kind)) => walk(member, kind, &trail, visit),
            Some(Held::List(kind)) => walk_list(member, kind, &trail, visit),
            Some(Held::Map(kind)) => walk_map(member, kind, &trail, visit),
            _ => {}
        }
    }
}

fn walk_list<V>(list: &mut Value, kind: Kind, trail: &Trail<'_>, visit: &mut V)
where
    V: FnMut(&mut Value, Kind, &Trail<'_>),
{
    for (index, value) in list.as_array_mut().into_iter().flatten().enumerate() {
        walk(value, kind, &Trail::Element(trail, index), visit);
    }
}

fn walk_map<V>(map: &mut Value, kind: Kind, trail: &Trail<'_>, visit: &mut V)
where
    V: FnMut(&mut Value, Kind, &Trail<'_>),
{
    for (key, value) in map.as_object_mut().into_iter().flatten() {
        if matches!(kind, Kind::Schema | Kind::Header) || !key.starts_with("x-") {
            walk(value, kind, &Trail::Member(trail, key), visit);
        }
    }
}
