//! One alternative of a union: its type, and what tells its values from those of the others.

use super::facts::Facts;
use super::mapping::means;
use super::members::members;
use super::{Classified, classify, type_of};
use crate::diagnostics::Pointer;
use crate::ir::{Scalar, Tag, TypeRef, Variant};
use crate::load::{FILES, file_stem};
use crate::lower::context::Context;
use crate::names::Identifier;

/// A variant without its name.
pub(super) struct Sketch {
    pub ty: TypeRef,
    /// The name of the component schema that it is, if it is one.
    pub component: Option<String>,
    /// Its place.
    pub at: Pointer,
    kind: &'static str,
    values: Vec<String>,
    tags: Vec<Tag>,
    required: Vec<String>,
    known: Vec<String>,
    discriminator: Option<(String, String)>,
}

impl Sketch {
    /// The variant, called `name`.
    pub fn into_variant(self, name: Identifier) -> Variant {
        Variant {
            name,
            ty: self.ty,
            kind: self.kind,
            values: self.values,
            tags: self.tags,
            required: self.required,
            known: self.known,
            discriminator: self.discriminator,
        }
    }
}

/// Sketches the alternative at `at` of `union`.
pub(super) fn sketch(context: &mut Context<'_>, union: &Facts, at: &Pointer) -> Sketch {
    let mut sketch = Sketch {
        ty: type_of(context, at).ty,
        component: None,
        at: at.clone(),
        kind: "Any",
        values: Vec::new(),
        tags: Vec::new(),
        required: Vec::new(),
        known: Vec::new(),
        discriminator: None,
    };
    let Some(target) = context.resolve(at) else {
        return sketch;
    };
    sketch.component = component(&target);
    sketch.at.clone_from(&target);
    let (place, shape) = essence(context, &target);
    sketch.kind = kind(&shape);
    match shape {
        Classified::Object => describe_members(context, &place, &mut sketch),
        Classified::Strings(values) => sketch.values = values,
        _ => {}
    }
    discriminate(context, union, &mut sketch);
    sketch
}

/// The name of the component schema, or of the schema in another file, at `at`; others have none.
fn component(at: &Pointer) -> Option<String> {
    let parent = Pointer::root().child("components").child("schemas");
    let name = at.tokens().last().map(std::borrow::Cow::into_owned);
    if at.tokens().next().as_deref() == Some(FILES) {
        return name.map(|name| file_stem(&name).to_owned());
    }
    name.filter(|_| at.parent() == Some(parent))
}

/// How many schemas that are the same as another one are looked through.
const LONGEST_CHAIN: usize = 16;

/// The schema that `at` stands for, and its shape.
fn essence(context: &mut Context<'_>, at: &Pointer) -> (Pointer, Classified) {
    let mut at = at.clone();
    for _ in 0..LONGEST_CHAIN {
        let facts = context.facts(&at);
        match classify(context, &at, &facts) {
            Classified::Same(other) => match context.resolve(&other) {
                Some(target) => at = target,
                None => break,
            },
            shape => return (at, shape),
        }
    }
    (at, Classified::Anything)
}

fn kind(shape: &Classified) -> &'static str {
    match shape {
        Classified::Object | Classified::Map(_) => "Object",
        Classified::List(_) => "Array",
        Classified::Strings(_) => "String",
        Classified::Integers(_) => "Integer",
        Classified::Scalar(scalar) => kind_of_scalar(*scalar),
        Classified::Union(_) | Classified::Same(_) | Classified::Anything => "Any",
    }
}

fn kind_of_scalar(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Boolean => "Boolean",
        Scalar::Int32 | Scalar::Int64 | Scalar::UInt32 | Scalar::UInt64 => "Integer",
        Scalar::Double => "Number",
        Scalar::Date | Scalar::DateTime => "FormattedString",
        Scalar::Bytes | Scalar::Nothing | Scalar::Secret | Scalar::String => "String",
    }
}

fn describe_members(context: &mut Context<'_>, at: &Pointer, sketch: &mut Sketch) {
    for member in members(context, at).listed {
        if member.required {
            sketch.required.push(member.wire.clone());
            let values = only_string(context, &member.at);
            if !values.is_empty() {
                sketch.tags.push(Tag {
                    key: member.wire.clone(),
                    values,
                });
            }
        }
        sketch.known.push(member.wire);
    }
}

/// The value of a member that is an enum of one string: an implicit discriminator.
fn only_string(context: &mut Context<'_>, at: &Pointer) -> Vec<String> {
    let Some(target) = context.resolve(at) else {
        return Vec::new();
    };
    match essence(context, &target).1 {
        Classified::Strings(values) if values.len() == 1 => values,
        _ => Vec::new(),
    }
}

/// Applies the discriminator (OpenAPI 3.0.3, Discriminator Object): the mapped values, or else the schema's name.
fn discriminate(context: &Context<'_>, union: &Facts, sketch: &mut Sketch) {
    let (Some(discriminator), Some(name)) = (&union.discriminator, &sketch.component) else {
        return;
    };
    let mapped = discriminator
        .mapping
        .iter()
        .filter(|(_, reference)| means(context.document, reference, &sketch.at, name));
    let mut values: Vec<String> = mapped.map(|(value, _)| value.clone()).collect();
    if values.is_empty() {
        values.push(name.clone());
    }
    let key = discriminator.property_name.clone();
    sketch.discriminator = values.first().map(|value| (key.clone(), value.clone()));
    sketch.tags.retain(|tag| tag.key != key);
    sketch.tags.insert(0, Tag { key, values });
}
