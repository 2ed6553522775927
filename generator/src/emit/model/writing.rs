//! How structs are written.

use syn::Stmt;

use crate::emit::syntax::{expression, field_of, literal, method, path, shared};
use crate::ir::{Field, Presence, Struct};

/// The statements that write the members.
pub(super) fn emit(fields: &Struct) -> Vec<Stmt> {
    let extra = fields.extra.iter().map(|(name, _)| {
        let members = shared(field_of("self", name.to_ident()));
        expression(method(path("fields"), "extra", [members]))
    });
    fields.fields.iter().map(member).chain(extra).collect()
}

fn member(field: &Field) -> Stmt {
    let name = match field.presence {
        Presence::Optional if field.read_only => "read_only",
        Presence::Optional => "optional",
        Presence::Patch => "patch",
        Presence::Required => "required",
    };
    let value = shared(field_of("self", field.name.to_ident()));
    expression(method(path("fields"), name, [literal(&field.wire), value]))
}
