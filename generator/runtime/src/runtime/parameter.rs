//! Parameters: where they go and how their values are written.

use super::body;
use serde::Serialize;
use serde_json::Value;

/// A parameter as the document describes it (OAS 3.0.3, "Parameter Object").
#[derive(Debug)]
pub struct Parameter {
    /// The name on the wire.
    pub name: &'static str,
    /// The part of the request it goes to.
    pub location: Location,
    /// How arrays and objects are written.
    pub style: Style,
    /// Whether each item of an array or member of an object is written on its own.
    pub explode: bool,
    /// Whether reserved characters that are harmless in a query stay as they are.
    pub reserved: bool,
    /// Whether the value is written as JSON text (`content: application/json`).
    pub json: bool,
    /// The separator of nested arrays (Swagger 2.0, Items Object, `collectionFormat`). If empty, nested arrays are written
    /// as JSON text, since `OpenAPI` 3 does not define them.
    pub inner_separator: &'static str,
}

/// The part of a request that carries a parameter or a key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Location {
    /// A placeholder of the path template.
    Path,
    /// The query string.
    Query,
    /// A header.
    Header,
    /// The `Cookie` header.
    Cookie,
}

/// How an array or object becomes text (OAS 3.0.3, "Style Values").
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Style {
    /// `a,b`
    Simple,
    /// `.a.b`
    Label,
    /// `;name=a,b`
    Matrix,
    /// `name=a&name=b`
    Form,
    /// `name=a%20b`
    SpaceDelimited,
    /// `name=a%7Cb`
    PipeDelimited,
    /// `name[member]=a`
    DeepObject(Items),
}

/// How style `deepObject` writes arrays of scalars, which `OpenAPI` does not define.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Items {
    /// `name[0]=a&name[1]=b`
    Numbered,
    /// `name[]=a&name[]=b`
    Bracketed,
    /// `name=a&name=b`
    Repeated,
}

impl Parameter {
    /// Returns a path parameter in style `simple`.
    #[must_use]
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Location::Path, Style::Simple)
    }

    /// Returns a query parameter in style `form`, exploded.
    #[must_use]
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Location::Query, Style::Form)
    }

    /// Returns a header parameter in style `simple`.
    #[must_use]
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Location::Header, Style::Simple)
    }

    /// Returns a cookie parameter in style `form`, exploded.
    #[must_use]
    pub const fn cookie(name: &'static str) -> Self {
        Self::new(name, Location::Cookie, Style::Form)
    }

    /// Sets the style, and `explode` to that style's default: true for `form`, else false.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self.explode = matches!(style, Style::Form);
        self
    }

    /// Sets `explode`; call it after [`Parameter::style`].
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = explode;
        self
    }

    /// Leaves reserved characters of a query value as they are, as `allowReserved: true` asks; of a path value, the
    /// slashes.
    #[must_use]
    pub const fn allow_reserved(mut self) -> Self {
        self.reserved = true;
        self
    }

    /// Writes the value as JSON text.
    #[must_use]
    pub const fn content_json(mut self) -> Self {
        self.json = true;
        self
    }

    /// Sets the separator of nested arrays.
    #[must_use]
    pub const fn inner_separator(mut self, separator: &'static str) -> Self {
        self.inner_separator = separator;
        self
    }

    const fn new(name: &'static str, location: Location, style: Style) -> Self {
        Self {
            name,
            location,
            style,
            explode: matches!(style, Style::Form),
            reserved: false,
            json: false,
            inner_separator: "",
        }
    }
}

/// A value that a parameter can take: anything that serializes.
pub trait ParameterValue {
    /// Returns the value as a JSON tree, which the parameter's style then writes.
    ///
    /// # Errors
    ///
    /// If `Serialize` fails, or the value contains NaN or an infinity.
    fn to_parameter(&self) -> Result<Value, serde_json::Error>;
}

impl<T: Serialize + ?Sized> ParameterValue for T {
    fn to_parameter(&self) -> Result<Value, serde_json::Error> {
        body::to_json_value(self)
    }
}
