//! Parameters of operations.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::Pair;
use super::found::Found;
use crate::catalog::Location;
use crate::codes::changes::{
    BOUNDS_LOOSENED, BOUNDS_TIGHTENED, PARAMETER_ADDED, PARAMETER_BECAME_OPTIONAL,
    PARAMETER_BECAME_REQUIRED, PARAMETER_MOVED, PARAMETER_REMOVED, PARAMETER_STYLE_CHANGED,
    REQUIRED_PARAMETER_ADDED,
};
use crate::diff::wire::alike::operation_name;
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::label::labelled;
use crate::diff::wire::node::Node;
use crate::diff::wire::pairing::Paired;
use crate::diff::wire::schema::{Kind, View, kind, of_deprecation, relate_optional};
use crate::diff::wire::{Presence, texts, words};
use crate::normalize;

/// Compares the parameters of two operations, whatever their order.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) {
    let is_moved = pair.is_moved();
    let old = by_key(&pair.old, is_moved);
    let mut new = by_key(&pair.new, is_moved);
    let mut gone = Vec::new();
    for (key, parameter) in old {
        match new.remove(&key) {
            Some(counterpart) => compare_one(comparison, pair, &parameter, &counterpart),
            None => gone.push(parameter),
        }
    }
    let movable = |parameter: &Parameter<'_>| movable(parameter, is_moved);
    let paired = Paired::new(gone, new.into_values().collect()).by(movable);
    for (old, new) in &paired.pairs {
        moved(comparison, pair, old, new);
    }
    for parameter in &paired.removed {
        removed(comparison, pair, parameter);
    }
    for parameter in &paired.added {
        added(comparison, pair, parameter);
    }
}

/// Returns the parameters by what they are paired by. Those of the path are paired by their position: their names are
/// not on the wire.
fn by_key<'a>(found: &Found<'a>, is_moved: bool) -> BTreeMap<(Location, String), Parameter<'a>> {
    let key = |parameter: &Parameter<'a>| {
        let is_in_path = parameter.location == Location::Path && !is_moved;
        let template = found.template();
        let mut names = template.iter().filter(|_| is_in_path);
        match names.position(|name| *name == parameter.name) {
            Some(position) => (Location::Path, position.to_string()),
            None => parameter.key(),
        }
    };
    let parameters = parameters(found).into_iter();
    parameters
        .map(|parameter| (key(&parameter), parameter))
        .collect()
}

/// Returns what a parameter keeps in another place; those of the path have none, unless that is another one.
fn movable(parameter: &Parameter<'_>, is_moved: bool) -> Option<String> {
    (parameter.location != Location::Path || is_moved).then(|| parameter.name.to_lowercase())
}

fn removed(comparison: &mut Comparison<'_>, pair: &Pair<'_>, parameter: &Parameter<'_>) {
    if parameter.location == Location::Path {
        return;
    }
    let holder = Presence::Missing(pair.new.node.at.clone());
    let places = (Presence::At(parameter.node.at.clone()), holder);
    comparison.report(pair.request(), &PARAMETER_REMOVED, places, || {
        format!("{} was removed", label(pair, parameter))
    });
}

fn added(comparison: &mut Comparison<'_>, pair: &Pair<'_>, parameter: &Parameter<'_>) {
    if parameter.location == Location::Path {
        return;
    }
    let (code, what) = if parameter.is_required {
        (&REQUIRED_PARAMETER_ADDED, "was added and is required")
    } else {
        (&PARAMETER_ADDED, "was added")
    };
    let holder = Presence::Missing(pair.old.node.at.clone());
    let places = (holder, Presence::At(parameter.node.at.clone()));
    comparison.report(pair.request(), code, places, || {
        format!("{} {what}", label(pair, parameter))
    });
}

fn label(pair: &Pair<'_>, parameter: &Parameter<'_>) -> String {
    let (name, operation) = (
        words::code(&parameter.name),
        operation_name(&pair.new.name()),
    );
    format!("parameter {name} of {operation}")
}

fn moved<'a>(
    comparison: &mut Comparison<'a>,
    pair: &Pair<'a>,
    old: &Parameter<'a>,
    new: &Parameter<'a>,
) {
    comparison.report(pair.request(), &PARAMETER_MOVED, places(old, new), || {
        let label = labelled(&new.node);
        if new.location == old.location {
            return format!("{label} was called {}", words::code(&old.name));
        }
        format!(
            "{label} is in the {} instead of the {}",
            new.location, old.location
        )
    });
    compare_one(comparison, pair, old, new);
}

fn places(old: &Parameter<'_>, new: &Parameter<'_>) -> (Presence, Presence) {
    (
        Presence::At(old.node.at.clone()),
        Presence::At(new.node.at.clone()),
    )
}

fn compare_one<'a>(
    comparison: &mut Comparison<'a>,
    pair: &Pair<'a>,
    old: &Parameter<'a>,
    new: &Parameter<'a>,
) {
    texts::compare(comparison, &old.node, &new.node);
    let mut report = |code, what: &str| {
        comparison.report(pair.request(), code, places(old, new), || {
            format!("{} {what}", labelled(&new.node))
        });
    };
    match (old.is_required, new.is_required) {
        (false, true) => report(&PARAMETER_BECAME_REQUIRED, "became required"),
        (true, false) => report(&PARAMETER_BECAME_OPTIONAL, "became optional"),
        _ => {}
    }
    let deprecated = |node: &Node<'_>| node.flag("deprecated") == Some(true);
    if let Some((code, what)) = of_deprecation((deprecated(&old.node), deprecated(&new.node))) {
        report(code, what);
    }
    // OpenAPI 3.0.3, Parameter Object, `allowEmptyValue`.
    match (old.admits_empty(), new.admits_empty()) {
        (true, false) => report(&BOUNDS_TIGHTENED, "cannot be sent without a value any more"),
        (false, true) => report(&BOUNDS_LOOSENED, "can be sent without a value"),
        _ => {}
    }
    let is_structured = [old, new].into_iter().any(is_structured);
    if old.location == new.location && old.style(is_structured) != new.style(is_structured) {
        report(&PARAMETER_STYLE_CHANGED, "is written in another way");
    }
    let holders = (old.node.at.clone(), new.node.at.clone());
    relate_optional(
        comparison,
        pair.request(),
        (old.schema(), new.schema()),
        holders,
    );
}

/// Returns whether values can be arrays or objects.
fn is_structured(parameter: &Parameter<'_>) -> bool {
    let schema = parameter.schema();
    let view = View::new(&schema.into_iter().collect());
    matches!(kind(&view), Kind::Anything | Kind::Array | Kind::Object)
}

/// A parameter, its references followed.
#[derive(Clone, Debug)]
pub(super) struct Parameter<'a> {
    pub node: Node<'a>,
    pub location: Location,
    pub name: String,
    is_required: bool,
}

/// Returns the parameters of an operation, those of its path item included that it does not override.
pub(super) fn parameters<'a>(found: &Found<'a>) -> Vec<Parameter<'a>> {
    let listed = found.operation.parameters.listed.iter();
    let parameters = listed.filter_map(|parameter| {
        Some(Parameter {
            node: node(found, parameter)?,
            location: parameter.location,
            name: parameter.name.clone(),
            is_required: parameter.required,
        })
    });
    parameters.collect()
}

/// What is assumed of a parameter that only the path names.
static UNDECLARED: LazyLock<Value> = LazyLock::new(|| json!({"schema": {"type": "string"}}));

/// Returns the declaration of a parameter. One without stands where it would be declared under its name.
fn node<'a>(found: &Found<'a>, parameter: &normalize::Parameter) -> Option<Node<'a>> {
    let document = found.node.document();
    if parameter.is_declared {
        return Node::find(document, &parameter.at);
    }
    let at = parameter.at.child("parameters").child(&parameter.name);
    Some(Node::assumed(document, at, &UNDECLARED))
}

impl<'a> Parameter<'a> {
    /// Returns what tells it from the other parameters; the names of headers have no case (RFC 9110, section 5.1).
    pub fn key(&self) -> (Location, String) {
        let name = match self.location {
            Location::Header => self.name.to_lowercase(),
            _ => self.name.clone(),
        };
        (self.location, name)
    }

    /// Returns whether its name can be sent without a value.
    pub fn admits_empty(&self) -> bool {
        self.location == Location::Query && self.node.flag("allowEmptyValue") == Some(true)
    }

    /// Returns how it is written (OpenAPI 3.0.3, Parameter Object, `style` to `content`), as far as that matters for
    /// its values.
    pub fn style(&self, is_structured: bool) -> Style {
        let default = match self.location {
            Location::Query | Location::Cookie => "form",
            Location::Path | Location::Header => "simple",
        };
        let style = self.node.text("style").unwrap_or(default);
        let explode = self.node.flag("explode").unwrap_or(style == "form");
        let content = self.node.get("content");
        let media_type = content.and_then(|content| Some(content.members().first()?.0.to_owned()));
        Style {
            name: style.to_owned(),
            explode: explode && is_structured && media_type.is_none(),
            allow_reserved: self.node.flag("allowReserved") == Some(true),
            media_type,
        }
    }

    /// Returns the schema of its value.
    pub fn schema(&self) -> Option<Node<'a>> {
        let content = || {
            let (_, media) = self.node.get("content")?.members().into_iter().next()?;
            media.get("schema")
        };
        self.node.get("schema").or_else(content)
    }
}

/// How a parameter is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Style {
    name: String,
    explode: bool,
    allow_reserved: bool,
    media_type: Option<String>,
}
