//! How parameters and form properties are written.

/// How a parameter is written (OpenAPI 3.0.3, Parameter Object, Style Values), where it is not the default of its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParameterStyle {
    /// The style.
    pub style: Option<Style>,
    /// Whether the items of arrays and objects get parameters of their own.
    pub explode: Option<bool>,
    /// Whether reserved characters stay as they are.
    pub allow_reserved: bool,
    /// Whether the value travels as JSON text.
    pub json: bool,
    /// Whether it is a form property that is encoded like this by default.
    pub is_assumed: bool,
    /// The separator of nested arrays; without one they are JSON text.
    pub inner_separator: Option<Separator>,
}

impl ParameterStyle {
    /// Returns whether it is style `deepObject`.
    pub(crate) fn is_deep_object(&self) -> bool {
        matches!(self.style, Some(Style::DeepObject(_)))
    }
}

/// A style that is not the default of any place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `matrix`
    Matrix,
    /// `label`
    Label,
    /// `spaceDelimited`
    SpaceDelimited,
    /// `pipeDelimited`
    PipeDelimited,
    /// `deepObject`
    DeepObject(Items),
}

/// How style `deepObject` writes arrays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Items {
    /// `name[0]=a&name[1]=b`
    #[default]
    Numbered,
    /// `name[]=a&name[]=b`
    Bracketed,
    /// `name=a&name=b`
    Repeated,
}

/// The separator of arrays in arrays (Swagger 2.0, Items Object, `collectionFormat`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `csv`
    Comma,
    /// `ssv`
    Space,
    /// `tsv`
    Tab,
    /// `pipes`
    Pipe,
}
