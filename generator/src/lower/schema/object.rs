//! Objects become structs.

use super::alternatives::only_alternative;
use super::inheritance::is_extended;
use super::members::{Member, members};
use super::normalized::{Additional, NormalizedSchema};
use super::type_of;
use super::type_of::item;
use super::values::{constant, with_values};
use crate::diagnostics::Pointer;
use crate::ir::{
    Constant, Content, Field, Presence, Shape, Struct, Type, TypeOperations, TypeRef, Usage,
};
use crate::lower::context::{Context, Use};
use crate::names::{Case, Identifier, Scope, Wanted};
use crate::settings::SchemaNames;

/// Methods that a setter must not hide.
const RESERVED_SETTERS: &[&str] = &[
    "as_ref",
    "borrow",
    "clone",
    "clone_from",
    "clone_into",
    "default",
    "deserialize",
    "eq",
    "fmt",
    "from",
    "into",
    "ne",
    "new",
    "serialize",
    "to_owned",
    "to_string",
    "try_from",
    "try_into",
    "type_id",
];

/// Builds the struct for the object at `at`.
///
/// The settings call it what they call the schema at `owner`.
pub(super) fn build(context: &mut Context<'_>, at: &Pointer, owner: &Pointer) -> Shape {
    let members = members(context, at);
    let extra = match &members.additional {
        Additional::Schema(schema) => Some(item(context, Some(schema), 0)),
        Additional::Anything => Some(TypeRef::Json),
        Additional::Unsaid | Additional::Forbidden => {
            is_extended(context, at).then_some(TypeRef::Json)
        }
    };
    let mut names = Scope::new();
    let fields = fields_of(context, &mut names, &members.listed, owner);
    let extra = extra.map(|ty| (names.claim(Case::Value, "additional_properties"), ty));
    Shape::Struct(Struct {
        fields,
        extra,
        has_extra_numbers: false,
        has_default: false,
    })
}

/// Declares an object that the document has no schema for, but describes at `origin`, in the module of `home`, and gives
/// its type.
pub(crate) fn declare_object(
    context: &mut Context<'_>,
    home: &str,
    wanted: &str,
    members: &[Member],
    origin: &Pointer,
) -> TypeRef {
    let name = context.claim_type(home, wanted, origin);
    let fields = fields_of(context, &mut Scope::new(), members, origin);
    let ty = Type {
        name: name.clone(),
        description: String::new(),
        deprecated: false,
        usage: Usage::default(),
        operations: TypeOperations::default(),
        shape: Shape::Struct(Struct {
            fields,
            extra: None,
            has_extra_numbers: false,
            has_default: false,
        }),
        origin: origin.clone(),
    };
    context.types.insert(name.clone(), ty);
    TypeRef::Named(name)
}

fn fields_of(
    context: &mut Context<'_>,
    names: &mut Scope,
    members: &[Member],
    owner: &Pointer,
) -> Vec<Field> {
    let details: Vec<_> = members
        .iter()
        .map(|member| detail(context, member))
        .collect();
    fields(
        names,
        members,
        details,
        context.names.of_schema(context.document, owner),
    )
}

/// What is said of a member where it stands, and its type.
struct Detail {
    used: Use,
    constant: Option<Constant>,
    normalized: std::rc::Rc<NormalizedSchema>,
    description: String,
    origin: Pointer,
}

fn detail(context: &mut Context<'_>, member: &Member) -> Detail {
    let used = type_of(context, &member.at);
    let is_required = member.required && !used.nullable;
    let constant = is_required.then(|| constant(context, &member.at, &used.ty));
    // Beside a reference only the description and the like count (OpenAPI 3.0.3, Reference Object, ignores the rest).
    let normalized = context.normalized(&member.at);
    let description = if normalized.description.is_empty() {
        described_elsewhere(context, member)
    } else {
        normalized.description.clone()
    };
    Detail {
        used,
        constant: constant.flatten(),
        description: with_values(context, description, &normalized),
        normalized,
        origin: context.origin(&member.at),
    }
}

/// How many schemas that only wrap another one are looked through for a description.
const MAX_CHAIN: usize = 16;

/// Returns the description of the schema that a member refers to, perhaps as all that it combines or admits beside
/// `null`.
fn described_elsewhere(context: &mut Context<'_>, member: &Member) -> String {
    let mut at = member.at.clone();
    for _ in 0..MAX_CHAIN {
        let Some(target) = context.resolve(&at) else {
            break;
        };
        let normalized = context.normalized(&target);
        if !normalized.description.is_empty() {
            return context.summaries.intern(&normalized.description);
        }
        match wrapped(context, &normalized) {
            Some(inner) => at = inner,
            None => break,
        }
    }
    String::new()
}

/// Returns the only schema that a schema combines and says nothing beside, or admits beside `null`.
fn wrapped(context: &mut Context<'_>, normalized: &NormalizedSchema) -> Option<Pointer> {
    match normalized.all_of.as_slice() {
        [] if normalized.is_bare() => only_alternative(context, normalized),
        [only] if normalized.is_bare() => Some(only.clone()),
        _ => None,
    }
}

fn fields(
    names: &mut Scope,
    members: &[Member],
    details: Vec<Detail>,
    given: Option<&SchemaNames>,
) -> Vec<Field> {
    let given = |member: &Member| given?.members.get(&member.wire);
    let wanted: Vec<_> = members
        .iter()
        .zip(&details)
        .map(|(member, detail)| Wanted {
            text: &member.wire,
            deprecated: detail.normalized.deprecated,
            given: given(member).map(String::as_str),
        })
        .collect();
    let fields = names.claim_all(Case::Value, &wanted);
    let setters = Scope::with_reserved(RESERVED_SETTERS).claim_all(Case::Function, &wanted);
    let named = members
        .iter()
        .zip(details)
        .zip(fields.into_iter().zip(setters));
    named
        .map(|((member, detail), (name, setter))| field(member, detail, name, setter))
        .collect()
}

fn field(member: &Member, detail: Detail, name: Identifier, setter: Identifier) -> Field {
    let (ty, presence) = match (member.required, detail.used.nullable) {
        (true, _) => (detail.used.into_type(), Presence::Required),
        (false, false) => (detail.used.ty, Presence::Optional),
        (false, true) => (detail.used.ty, Presence::Patch),
    };
    Field {
        name,
        setter,
        wire: member.wire.clone(),
        ty,
        is_number: false,
        is_defaulted: false,
        content: Content::Other,
        presence,
        constant: detail.constant,
        description: detail.description,
        deprecated: detail.normalized.deprecated,
        read_only: detail.normalized.read_only,
        write_only: detail.normalized.write_only,
        origin: detail.origin,
    }
}
