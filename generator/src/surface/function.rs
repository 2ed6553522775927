//! Functions.

use std::borrow::Cow;

use super::item::{Detail, Item, ItemKind, Origin};
use crate::names::Identifier;
use crate::signature::{TypeUse, write_type};

/// What a function takes and gives back.
pub(super) struct Function<'a> {
    /// How it takes its own value, if it does.
    pub receiver: Option<&'static str>,
    /// Names and types of its other arguments.
    pub arguments: Vec<(Cow<'a, str>, TypeUse<'a>)>,
    /// What it gives back.
    pub output: Output<'a>,
}

/// What a function gives back.
pub(super) enum Output<'a> {
    /// A type that is always the same.
    Fixed(&'static str),
    /// `Request<T>`
    Request(TypeUse<'a>),
    /// The type that takes the optional parameters of an operation.
    Builder(&'a Identifier),
}

/// The item for the function at `path`.
pub(super) fn item<'a>(path: String, function: Function<'a>, origin: Origin<'a>) -> Item<'a> {
    let mut signature = format!("pub fn {path}(");
    let mut separator = "";
    if let Some(receiver) = function.receiver {
        signature.push_str(receiver);
        separator = ", ";
    }
    for (name, ty) in &function.arguments {
        signature.extend([separator, name, ": "]);
        write_type(&mut signature, *ty);
        separator = ", ";
    }
    signature.push_str(") -> ");
    write_output(&mut signature, &function.output);
    let detail = Detail::Function(function);
    Item::new(ItemKind::Function, path, signature, origin, detail)
}

fn write_output(text: &mut String, output: &Output<'_>) {
    match output {
        Output::Fixed(ty) => text.push_str(ty),
        Output::Request(ty) => {
            text.push_str("Request<");
            write_type(text, *ty);
            text.push('>');
        }
        Output::Builder(name) => text.extend(["operations::", name.as_str()]),
    }
}
