//! One parameter of an operation.

use std::collections::BTreeSet;

use super::found::Found;
use crate::diff::wire::node::Node;

/// A parameter, its references followed.
#[derive(Clone, Debug)]
pub(super) struct Parameter<'a> {
    pub node: Node<'a>,
    pub place: &'a str,
    pub name: &'a str,
}

/// Headers that are no parameters (OpenAPI 3.0.3, Parameter Object, `name`).
const NO_PARAMETERS: &[&str] = &["accept", "content-type", "authorization"];

/// The parameters of an operation, those of its path item included that it does not override.
pub(super) fn parameters<'a>(found: &Found<'a>) -> Vec<Parameter<'a>> {
    let (mut parameters, mut known) = (Vec::new(), BTreeSet::new());
    for holder in [&found.node, &found.item] {
        let list = holder.get("parameters");
        for node in list.iter().flat_map(super::super::node::Node::elements) {
            let parameter = parameter(node.resolved());
            parameters.extend(parameter.filter(|parameter| known.insert(parameter.key())));
        }
    }
    parameters
}

fn parameter(node: Node<'_>) -> Option<Parameter<'_>> {
    let (place, name) = (node.text("in")?, node.text("name")?);
    let is_one = place != "header" || !NO_PARAMETERS.contains(&name.to_lowercase().as_str());
    is_one.then_some(Parameter { node, place, name })
}

impl<'a> Parameter<'a> {
    /// What tells it from the other parameters; the names of headers have no case (RFC 9110, section 5.1).
    pub fn key(&self) -> (&'a str, String) {
        let name = match self.place {
            "header" => self.name.to_lowercase(),
            _ => self.name.to_owned(),
        };
        (self.place, name)
    }

    /// Whether it has to be given; those of the path always have.
    pub fn is_required(&self) -> bool {
        self.place == "path" || self.node.flag("required") == Some(true)
    }

    /// Whether its name can be sent without a value.
    pub fn admits_empty(&self) -> bool {
        self.place == "query" && self.node.flag("allowEmptyValue") == Some(true)
    }

    /// How it is written (OpenAPI 3.0.3, Parameter Object, `style` to `content`), as far as that matters for its
    /// values.
    pub fn style(&self, is_structured: bool) -> Style {
        let default = match self.place {
            "query" | "cookie" => "form",
            _ => "simple",
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

    /// The schema of its value.
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
