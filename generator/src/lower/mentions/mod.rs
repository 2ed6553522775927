//! Descriptions that mention operations by their `operationId` and members by their names in JSON, which users of the
//! client know by other names.

mod members;

use hashbrown::HashMap;

use members::members;

use crate::ir::{Api, EnumValues, Operation, Shape, Success, Type};

/// What descriptions mention, and its name in Rust where that is another one.
type Names = HashMap<String, String>;

/// Lets descriptions mention operations by the names of their functions, and those of a type its members by the names
/// of their fields, where they do so in code spans.
pub(super) fn rename(api: &mut Api) {
    let names = of_operations(api);
    let rename = |text: &mut String| rename_in(text, |mention| names.get(mention));
    rename(&mut api.description);
    for module in api.operations.values_mut() {
        rename(&mut module.description);
        module
            .operations
            .iter_mut()
            .for_each(|operation| of_operation(operation, &rename));
    }
    let members: Vec<Names> = api
        .types
        .values()
        .map(|ty| members(ty, &api.types))
        .collect();
    for (ty, members) in api.types.values_mut().zip(&members) {
        of_type(ty, &|text| {
            rename_in(text, |mention| {
                members.get(mention).or_else(|| names.get(mention))
            });
        });
    }
}

fn of_operations(api: &Api) -> Names {
    let operations = api
        .operations
        .values()
        .flat_map(|module| &module.operations);
    operations
        .filter(|operation| operation.id != operation.name.as_str())
        .map(|operation| (operation.id.clone(), operation.name.as_str().to_owned()))
        .collect()
}

fn of_operation(operation: &mut Operation, rename: &dyn Fn(&mut String)) {
    rename(&mut operation.description);
    for parameter in &mut operation.parameters {
        rename(&mut parameter.description);
        rename(&mut parameter.summary);
    }
    operation
        .body
        .iter_mut()
        .for_each(|body| rename(&mut body.description));
    operation
        .errors
        .iter_mut()
        .for_each(|error| rename(&mut error.summary));
    match &mut operation.success {
        Success::Single(case) => rename(&mut case.description),
        Success::Union(union) => union
            .cases
            .iter_mut()
            .for_each(|(_, _, case)| rename(&mut case.description)),
    }
}

fn of_type(ty: &mut Type, rename: &dyn Fn(&mut String)) {
    rename(&mut ty.description);
    match &mut ty.shape {
        Shape::Struct(fields) => fields
            .fields
            .iter_mut()
            .for_each(|field| rename(&mut field.description)),
        Shape::Enum(values) => match &mut values.values {
            EnumValues::Strings(values) => values
                .iter_mut()
                .for_each(|value| rename(&mut value.description)),
            EnumValues::Integers(values) => values
                .iter_mut()
                .for_each(|value| rename(&mut value.description)),
        },
        Shape::Union(_) | Shape::Alias(_) | Shape::Wrapper(_) => {}
    }
}

/// Gives code spans that are nothing but a name the one that `names` has for it.
fn rename_in<'a>(text: &mut String, names: impl Fn(&str) -> Option<&'a String>) {
    // Every second part stands between two backticks; a fence's do not count, as the part within is no name.
    let mut spans = text.split('`').skip(1).step_by(2);
    if !spans.any(|span| names(span).is_some()) {
        return;
    }
    let parts: Vec<&str> = text
        .split('`')
        .enumerate()
        .map(|(place, part)| {
            let name = if place % 2 == 1 { names(part) } else { None };
            name.map_or(part, String::as_str)
        })
        .collect();
    *text = parts.join("`");
}
