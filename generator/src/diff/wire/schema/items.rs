//! `items` and `prefixItems`.

use serde_json::Value;

use super::pair::Pair;
use super::{Site, View, kind, relate, relate_optional, shape};
use crate::codes::changes::{TYPE_CHANGED, TYPE_NARROWED, TYPE_WIDENED};
use crate::diff::wire::Presence;
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::node::Node;
use crate::load::CONDITIONS;

/// Compares what arrays hold.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) {
    let items = match (Tuple::new(&pair.old), Tuple::new(&pair.new)) {
        (Some(old), Some(new)) => {
            let mut rest = (old.rest.clone(), new.rest.clone());
            if let (Some(was), Some(is)) = &rest
                && new
                    .items
                    .iter()
                    .any(|item| item.identity() == is.identity())
            {
                compare_shared(comparison, pair, "each further item", was, is);
                rest = (None, None);
            }
            // That is a condition of its own.
            if old.is_closed || new.is_closed {
                rest = (None, None);
            }
            compare_tuples(comparison, pair, old, new);
            rest
        }
        _ => {
            let sites: (Site<'a>, Site<'a>) = (
                pair.old.all("items").collect(),
                pair.new.all("items").collect(),
            );
            // All of those in subschemas hold.
            if !sites.0.is_empty() && !sites.1.is_empty() {
                return relate(comparison, pair.reach, sites.0, sites.1);
            }
            (sites.0.into_iter().next(), sites.1.into_iter().next())
        }
    };
    relate_optional(comparison, pair.reach, items, pair.holders());
}

/// An array whose items have schemas by their positions (JSON Schema 2020-12, section 10.3.1.1).
struct Tuple<'a> {
    /// The schemas of the first items.
    items: Vec<Node<'a>>,
    /// The schema of the items behind them.
    rest: Option<Node<'a>>,
    /// Whether there are none behind them.
    is_closed: bool,
}

impl<'a> Tuple<'a> {
    fn new(view: &View<'a>) -> Option<Self> {
        let kept = view.get(CONDITIONS)?.value;
        let positions = kept.get("prefixItems")?.as_array()?;
        let all = view.get("items")?;
        let rest = kept.get("items").filter(|rest| rest.is_u64());
        let is_one = positions.iter().chain(rest).all(|number| *number == 0);
        let subschemas = if is_one {
            vec![all]
        } else {
            all.get("anyOf")?.elements()
        };
        let schema = |number: &Value| {
            let number = usize::try_from(number.as_u64()?).ok()?;
            subschemas.get(number).cloned()
        };
        Some(Self {
            items: positions.iter().filter_map(schema).collect(),
            rest: rest.and_then(schema),
            is_closed: kept.get("items") == Some(&Value::Bool(false)),
        })
    }
}

fn compare_tuples<'a>(
    comparison: &mut Comparison<'a>,
    pair: &Pair<'a>,
    old: Tuple<'a>,
    new: Tuple<'a>,
) {
    let (before, after) = (old.items.len(), new.items.len());
    for (position, node) in old.items.iter().enumerate().skip(after) {
        let places = (Presence::At(node.at.clone()), pair.new_spot());
        comparison.report(pair.reach, &TYPE_WIDENED, places, || {
            format!(
                "item {} of {} has no schema any more",
                position + 1,
                pair.label()
            )
        });
    }
    for (position, node) in new.items.iter().enumerate().skip(before) {
        let places = (pair.old_spot(), Presence::At(node.at.clone()));
        comparison.report(pair.reach, &TYPE_NARROWED, places, || {
            format!("item {} of {} has a schema", position + 1, pair.label())
        });
    }
    let all: Vec<usize> = new
        .items
        .iter()
        .chain(&new.rest)
        .map(Node::identity)
        .collect();
    let pairs = old.items.into_iter().zip(new.items);
    for (position, (old, new)) in pairs.enumerate() {
        let uses = all.iter().filter(|identity| **identity == new.identity());
        if uses.count() == 1 {
            relate(comparison, pair.reach, vec![old], vec![new]);
        } else {
            compare_shared(
                comparison,
                pair,
                &format!("item {}", position + 1),
                &old,
                &new,
            );
        }
    }
}

/// Compares the schemas of an item as wholes: equal schemas of several items are one, and what is in it would be said of
/// the first of them.
fn compare_shared<'a>(
    comparison: &mut Comparison<'a>,
    pair: &Pair<'a>,
    item: &str,
    old: &Node<'a>,
    new: &Node<'a>,
) {
    let is_same = shape(&old.resolved(), &|_| false) == shape(&new.resolved(), &|_| false);
    if is_same {
        return;
    }
    let kind = |node: &Node<'a>| kind(&View::new(&vec![node.clone()]));
    let (was, is) = (kind(old), kind(new));
    let places = (Presence::At(old.at.clone()), Presence::At(new.at.clone()));
    comparison.report(pair.reach, &TYPE_CHANGED, places, || {
        let label = pair.label();
        if was == is {
            format!("{item} of {label} has another schema")
        } else {
            format!("{item} of {label} has {} instead of {was}", is.noun())
        }
    });
}
