//! What the runtime calls the functions and variants that generated code names.

use crate::ir::{Decoder, Encoder, Items, Kind, Location, Separator, Style};

/// Returns the function of `Request` that encodes a body.
pub(super) fn encoder(encoder: Encoder) -> &'static str {
    match encoder {
        Encoder::Json => "json",
        Encoder::JsonAs => "json_as",
        Encoder::Form => "form",
        Encoder::Text => "text",
        Encoder::TextValue => "text_value",
        Encoder::Bytes => "bytes",
    }
}

/// Returns the function of `RawResponse` that decodes a body.
pub(super) fn decoder(decoder: Decoder) -> &'static str {
    match decoder {
        Decoder::Empty => "empty",
        Decoder::Json => "json",
        Decoder::Value => "value",
        Decoder::String => "string",
        Decoder::Collection => "collection",
        Decoder::Numbers => "numbers",
        Decoder::NumberCollection => "number_collection",
        Decoder::Member => "member",
        Decoder::OptionalMember => "optional_member",
        Decoder::CollectionMember => "collection_member",
        Decoder::NumberMember => "number_member",
        Decoder::OptionalNumberMember => "optional_number_member",
        Decoder::NumberCollectionMember => "number_collection_member",
        Decoder::Text => "text",
        Decoder::TextValue => "text_value",
        Decoder::TextNumber => "text_number",
        Decoder::Bytes => "bytes",
    }
}

/// Returns the variant of `Kind`.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Any => "Any",
        Kind::Object => "Object",
        Kind::Map => "Map",
        Kind::Free => "Free",
        Kind::Closed => "Closed",
        Kind::Array => "Array",
        Kind::String => "String",
        Kind::FormattedString => "FormattedString",
        Kind::Number => "Number",
        Kind::Integer => "Integer",
        Kind::Boolean => "Boolean",
        Kind::Null => "Null",
    }
}

/// Returns the variant of `Location`.
pub(super) fn location(location: Location) -> &'static str {
    match location {
        Location::Path => "Path",
        Location::Query => "Query",
        Location::Header => "Header",
        Location::Cookie => "Cookie",
    }
}

/// Returns the function of `Parameter` that describes a parameter in `place`.
pub(super) fn parameter(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}

/// Returns the variant of `Style`.
pub(super) fn style(style: Style) -> &'static str {
    match style {
        Style::Matrix => "Matrix",
        Style::Label => "Label",
        Style::SpaceDelimited => "SpaceDelimited",
        Style::PipeDelimited => "PipeDelimited",
        Style::DeepObject(_) => "DeepObject",
    }
}

/// Returns the variant of `Items`.
pub(super) fn items(items: Items) -> &'static str {
    match items {
        Items::Numbered => "Numbered",
        Items::Bracketed => "Bracketed",
        Items::Repeated => "Repeated",
    }
}

/// Returns the text between the items of arrays in arrays.
pub(super) fn separator(separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => ",",
        Separator::Space => " ",
        Separator::Tab => "\t",
        Separator::Pipe => "|",
    }
}
