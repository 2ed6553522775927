//! Documents whose schemas are JSON Schemas of draft 2020-12.

use std::collections::BTreeSet;

use clientsmith::diagnostics::Pointer;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Map, Value, json};

use super::{Dialect, Direction, Kind, Raw, keywords, nodes};

/// What cannot stand in a fragment (RFC 3986, section 3.5).
const NO_FRAGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A document whose schemas are JSON Schemas.
pub struct Converted {
    /// The document.
    pub root: Value,
    /// The schemas that were wrapped to admit `null`: what was in them stands deeper by [`INNER`].
    wrapped: BTreeSet<String>,
}

const INNER: &str = "/anyOf/0";

/// Returns the document with its schemas as JSON Schemas of what travels in `direction`, or of everything. Regular
/// expressions that the validator does not understand are left out.
pub fn convert(raw: &Raw, direction: Option<Direction>) -> Converted {
    let dialect = raw.dialect();
    let schemas = nodes(raw.root())
        .into_iter()
        .filter(|node| node.kind == Kind::Schema);
    let schemas: Vec<_> = schemas
        .map(|node| {
            (
                node.at.as_str().to_owned(),
                keywords::is_nullable(node.value),
            )
        })
        .collect();
    let nullable = schemas
        .iter()
        .filter(|(_, nullable)| *nullable && dialect != Dialect::OpenApi31);
    let mut converted = Converted {
        root: raw.root().clone(),
        wrapped: nullable.map(|(at, _)| at.clone()).collect(),
    };
    // Children come after their parents; wrapping a parent moves them.
    for (at, _) in schemas.into_iter().rev() {
        let reference = reference(raw, &converted, &at);
        if let Some(Value::Object(schema)) = converted.root.pointer_mut(&at) {
            convert_one(schema, dialect, direction, reference);
            keywords::interpret(schema, converted.wrapped.contains(&at));
            keywords::drop_unsound_patterns(schema);
            if converted.wrapped.contains(&at) {
                wrap(schema);
            }
        }
    }
    converted
}

impl Converted {
    /// Returns a reference to the schema that stands at `at` in the text.
    pub fn reference(&self, at: &Pointer) -> String {
        let mut original = String::new();
        let mut moved = String::new();
        for token in at.as_str().split('/').skip(1) {
            if self.wrapped.contains(&original) {
                moved.push_str(INNER);
            }
            for place in [&mut original, &mut moved] {
                place.push('/');
                place.push_str(token);
            }
        }
        format!("#{}", utf8_percent_encode(&moved, NO_FRAGMENT))
    }
}

fn reference(raw: &Raw, converted: &Converted, at: &str) -> Option<String> {
    let target = raw.target(&Pointer::parse(at));
    let target = target.map(|target| converted.reference(&target));
    let reference = raw.root().pointer(at)?.get("$ref");
    target.or_else(|| Some(reference?.as_str()?.to_owned()))
}

fn convert_one(
    schema: &mut Map<String, Value>,
    dialect: Dialect,
    direction: Option<Direction>,
    reference: Option<String>,
) {
    if let Some(reference) = reference {
        if dialect != Dialect::OpenApi31 {
            // What stands beside a reference is ignored (OAS 3.0.3, "Reference Object").
            schema.clear();
        }
        schema.insert("$ref".to_owned(), reference.into());
    }
    if let Some(direction) = direction {
        keywords::hide(schema, direction);
    }
    keywords::bound(schema);
    keywords::repair(schema);
}

fn wrap(schema: &mut Map<String, Value>) {
    let inner = Value::Object(std::mem::take(schema));
    schema.insert("anyOf".to_owned(), json!([inner, {"type": "null"}]));
}
