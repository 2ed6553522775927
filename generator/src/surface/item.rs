//! Items of a public API; most are functions.

use std::borrow::Cow;
use std::fmt;

use crate::diagnostics::{Pointer, visible};
use crate::names::Identifier;
use crate::signature::{TypeUse, write_type};

/// Separates a declaration from what the item stands for in HTTP messages.
pub(crate) const WIRE_SEPARATOR: &str = " // ";

/// An item that a user of the crate can name.
pub(crate) struct Item<'a> {
    /// Its path after `use the_client::*`: `models::Service::paused`.
    pub path: String,
    /// What it is.
    pub kind: ItemKind,
    /// Its declaration, in one line.
    pub signature: String,
    /// Whether the document discourages its use.
    pub deprecated: bool,
    /// What made it.
    pub origin: Origin<'a>,
    /// What it stands for in HTTP messages: method and path, location and name of a parameter, a property, a value; empty
    /// if it stands for nothing.
    pub wire: String,
    /// What its declaration says, as far as declarations can be told apart by it.
    pub(super) detail: Detail<'a>,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// What every client has, by its name in the crate.
    Export,
    /// A feature of the crate.
    Feature,
    /// An environment variable that configures a client.
    Variable,
    /// An object.
    Struct,
    /// An enum, of listed values or of types.
    Enum,
    /// Another name of a type.
    Alias,
    /// A struct around one value.
    Wrapper,
    /// The implementation of a trait that not all types have.
    Implementation,
    /// A field.
    Field,
    /// A variant of an enum.
    Variant,
    /// A constant of a type.
    Constant,
    /// A function of a type.
    Function,
}

impl ItemKind {
    /// Returns the word for it, in small letters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Export => "export",
            Self::Feature => "feature",
            Self::Variable => "variable",
            Self::Struct => "struct",
            Self::Enum => "enum",
            Self::Alias => "alias",
            Self::Wrapper => "wrapper",
            Self::Implementation => "implementation",
            Self::Field => "field",
            Self::Variant => "variant",
            Self::Constant => "constant",
            Self::Function => "function",
        }
    }
}

impl fmt::Display for ItemKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// What in the document made an item.
#[derive(Clone, Copy)]
pub(crate) enum Origin<'a> {
    /// The document as a whole.
    Whole,
    /// The value at this place.
    At(&'a Pointer),
    /// The listed value with this number of the schema at this place.
    Value(&'a Pointer, usize),
}

impl Origin<'_> {
    /// Returns the place in the document.
    pub fn pointer(self) -> Pointer {
        match self {
            Self::Whole => Pointer::root(),
            Self::At(at) => at.clone(),
            Self::Value(at, place) => at.child("enum").index(place),
        }
    }
}

/// What tells declarations of one kind apart.
pub(super) enum Detail<'a> {
    /// Nothing: there is but one for a path.
    Nothing,
    /// A type.
    Type(TypeUse<'a>),
    /// The type of a field that everyone who makes a value has to give.
    Argument(TypeUse<'a>),
    /// A type of the runtime.
    Fixed(&'static str),
    /// Arguments and output.
    Function(Function<'a>),
}

impl<'a> Item<'a> {
    /// Returns an item that the document does not discourage.
    pub(super) fn new(
        kind: ItemKind,
        path: String,
        signature: String,
        origin: Origin<'a>,
        detail: Detail<'a>,
    ) -> Self {
        Self {
            path,
            kind,
            signature,
            deprecated: false,
            origin,
            wire: String::new(),
            detail,
        }
    }

    /// Returns the item, which stands for `wire` in HTTP messages.
    pub(super) fn standing_for(mut self, wire: impl Into<String>) -> Self {
        self.wire = wire.into();
        self
    }

    /// Returns the declaration with what it stands for.
    pub(super) fn line(&self) -> String {
        if self.wire.is_empty() {
            return self.signature.clone();
        }
        let wire: String = self.wire.chars().map(visible).collect();
        [&self.signature, WIRE_SEPARATOR, &wire].concat()
    }

    /// Returns the item with `#[deprecated]`, if it is.
    pub(super) fn marked(mut self, deprecated: bool) -> Self {
        self.deprecated = deprecated;
        if deprecated {
            self.signature.insert_str(0, "#[deprecated] ");
        }
        self
    }
}

/// What a function takes and gives back.
pub(super) struct Function<'a> {
    /// How it takes its own value, if it does.
    pub receiver: Option<Receiver>,
    /// Names and types of its other arguments.
    pub arguments: Vec<(Cow<'a, str>, TypeUse<'a>)>,
    /// What it gives back.
    pub output: Output<'a>,
}

/// How a function takes its own value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Receiver {
    /// `self`
    Owned,
    /// `&self`
    Borrowed,
}

impl Receiver {
    fn as_str(self) -> &'static str {
        match self {
            Self::Owned => "self",
            Self::Borrowed => "&self",
        }
    }
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

/// Returns the item for the function at `path`.
pub(super) fn function<'a>(path: String, function: Function<'a>, origin: Origin<'a>) -> Item<'a> {
    let mut signature = format!("pub fn {path}(");
    let mut separator = "";
    if let Some(receiver) = function.receiver {
        signature.push_str(receiver.as_str());
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
