//! The way from a named schema to a part of it, in words.

use serde_json::Value;

use crate::Document;
use crate::diagnostics::Pointer;
use crate::diff::wire::words::code;
use crate::load::Nodes;

/// What the part of the schema called `base` is called that the last tokens of `at`, which are `rest`, lead to.
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
            ["items", rest @ ..] => {
                self.part("[]", "each item");
                Some(rest)
            }
            ["additionalProperties", rest @ ..] => {
                self.part(".*", "each value");
                Some(rest)
            }
            ["allOf", _, rest @ ..] => Some(rest),
            ["oneOf" | "anyOf", index, rest @ ..] => {
                let name = alternative(document, &above(at, rest.len()), index);
                let label = self.take();
                self.label = format!("alternative {name} of {label}");
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

/// The name of an alternative: that of its component, its title or its number.
fn alternative(document: &Document, at: &Pointer, index: &str) -> String {
    let node = Nodes::new(document).value(at);
    let text = |key| node.and_then(|node| node.get(key)).and_then(Value::as_str);
    let component = text("$ref").and_then(|reference| reference.rsplit('/').next());
    match component.or(text("title")) {
        Some(name) => code(name),
        None => index
            .parse::<usize>()
            .map_or_else(|_| index.to_owned(), |index| (index + 1).to_string()),
    }
}
