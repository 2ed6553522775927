//! The way from a named schema to a part of it, in words.

use serde_json::Value;

use crate::Document;
use crate::diagnostics::Pointer;
use crate::diff::wire::words::{self, code, list};
use crate::load::{CONDITIONS, Nodes};

/// Returns what the part of the schema called `base` is called that the last tokens of `at`, which are `rest`, lead to.
pub(super) fn path(document: &Document, at: &Pointer, base: String, rest: &[&str]) -> String {
    let mut way = Way {
        label: base,
        property: String::new(),
    };
    let mut rest = rest;
    while let Some(step) = way.step(document, at, rest) {
        rest = step;
    }
    way.finish()
}

struct Way {
    label: String,
    /// The path of properties below what the label means.
    property: String,
}

impl Way {
    /// Goes on by one keyword, and returns what is left.
    fn step<'t>(
        &mut self,
        document: &Document,
        at: &Pointer,
        rest: &'t [&'t str],
    ) -> Option<&'t [&'t str]> {
        match rest {
            ["properties" | "patternProperties", name, rest @ ..] => {
                let dot = if self.property.is_empty() { "" } else { "." };
                self.property.extend([dot, name]);
                Some(rest)
            }
            ["items", "anyOf", number, rest @ ..] if is_tuple(document, at, rest.len() + 3) => {
                let array = above(at, rest.len() + 3);
                self.item(&position(document, &array, number));
                Some(rest)
            }
            ["items", rest @ ..] => {
                self.part("[]", "each item");
                Some(rest)
            }
            ["additionalProperties", rest @ ..] => {
                self.part(".*", "each value");
                Some(rest)
            }
            ["allOf", _, rest @ ..] => Some(rest),
            [keyword @ ("oneOf" | "anyOf"), index, rest @ ..] => {
                let name = subschema(document, &above(at, rest.len()), keyword, index);
                let label = self.take();
                self.label = format!("{name} of {label}");
                Some(rest)
            }
            _ => None,
        }
    }

    /// Goes on to what a list or a map holds.
    fn part(&mut self, sign: &str, name: &str) {
        if self.property.is_empty() {
            self.label = format!("{name} of {}", self.label);
        } else {
            self.property.push_str(sign);
        }
    }

    /// Goes on to the item of a tuple.
    fn item(&mut self, name: &str) {
        let label = self.take();
        self.label = format!("{name} of {label}");
    }

    fn take(&mut self) -> String {
        let property = std::mem::take(&mut self.property);
        let label = std::mem::take(&mut self.label);
        if property.is_empty() {
            label
        } else {
            format!("property {} of {label}", code(&property))
        }
    }

    fn finish(mut self) -> String {
        self.take()
    }
}

/// The pointer without its last `count` tokens.
fn above(at: &Pointer, count: usize) -> Pointer {
    let text = at.upward().nth(count).unwrap_or_default();
    Pointer::parse(text)
}

/// Returns whether the array `count` tokens above `at` has items with schemas by their positions.
fn is_tuple(document: &Document, at: &Pointer, count: usize) -> bool {
    let kept = above(at, count).child(CONDITIONS).child("prefixItems");
    Nodes::new(document).value(&kept).is_some()
}

/// Returns the first item of a tuple that has the subschema with this number.
fn position(document: &Document, array: &Pointer, number: &str) -> String {
    let kept = array.child(CONDITIONS).child("prefixItems");
    let numbers = Nodes::new(document).value(&kept);
    let numbers = numbers.and_then(Value::as_array).into_iter().flatten();
    let mut texts = numbers.map(Value::to_string);
    match texts.position(|text| text == number) {
        Some(position) => format!("item {}", position + 1),
        None => "each further item".to_owned(),
    }
}

/// Returns what a subschema is called: by its component, its title, its only value, its type or its properties; by its
/// keyword and its number, if others are alike.
fn subschema(document: &Document, at: &Pointer, keyword: &str, index: &str) -> String {
    let nodes = Nodes::new(document);
    let list = at.parent().and_then(|list| nodes.value(&list)?.as_array());
    let own = nodes.value(at).and_then(description);
    let is_own = |own: &String| {
        let all = list.into_iter().flatten().filter_map(description);
        all.filter(|other| other == own).take(2).count() == 1
    };
    own.filter(is_own)
        .unwrap_or_else(|| format!("subschema {}", code(&format!("{keyword}/{index}"))))
}

/// How many properties the name of a subschema has at most.
const MAX_PROPERTIES: usize = 3;

fn description(schema: &Value) -> Option<String> {
    let text = |key| schema.get(key).and_then(Value::as_str);
    let component = text("$ref").and_then(|reference| reference.rsplit('/').next());
    if let Some(name) = component.or(text("title")) {
        return Some(format!("subschema {}", code(name)));
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    if let Some(properties) = properties.filter(|properties| !properties.is_empty()) {
        let constant = properties.iter().find_map(|(name, property)| {
            let values = property.get("enum")?.as_array()?;
            match values.as_slice() {
                [only] => Some((name, only)),
                _ => None,
            }
        });
        if let Some((name, value)) = constant {
            let (name, value) = (code(name), words::value(value));
            return Some(format!("the subschema with {name} = {value}"));
        }
        let more = properties.len().saturating_sub(MAX_PROPERTIES);
        let names = properties.keys().take(MAX_PROPERTIES);
        let mut names: Vec<String> = names.map(|name| code(name)).collect();
        names.extend((more > 0).then(|| format!("{more} more")));
        return Some(format!("the subschema with {}", list(&names)));
    }
    let values = schema.get("enum").and_then(Value::as_array);
    if let Some([only]) = values.map(Vec::as_slice) {
        return Some(format!("the subschema {}", words::value(only)));
    }
    let kind = text("type")?;
    Some(match text("format") {
        Some(format) => format!("the {} subschema with format {}", code(kind), code(format)),
        None => format!("the {} subschema", code(kind)),
    })
}
