//! What the public items of a client take and give back: emission prints it, and the surface lists it.

mod fields;
mod operations;
mod type_use;

pub(crate) use fields::source;
pub(crate) use fields::{
    boxed_union, constructor_arguments, converts, extra_type, field_type, given, has_default,
    settable,
};
pub(crate) use operations::named_servers;
pub(crate) use operations::{
    argument_field, body_type, borrowed, has_lifetime, optional_body, optional_parameters, output,
    required_body, required_parameters, takes_struct,
};
pub(crate) use type_use::TypeUse;
pub(crate) use type_use::{owned_text, write_type};
