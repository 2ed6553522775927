//! Descriptions that mention operations by their `operationId`, which users of the client know by other names.

use std::collections::HashMap;

use crate::ir::{Api, EnumValues, Operation, Shape, Success, Type};

/// Lets descriptions mention operations by the names of their functions, where they do so in code spans.
pub(super) fn rename(api: &mut Api) {
    let operations = api
        .operations
        .values()
        .flat_map(|module| &module.operations);
    let renamed = operations.filter(|operation| operation.id != operation.name.as_str());
    let names: HashMap<String, String> = renamed
        .map(|operation| (operation.id.clone(), operation.name.as_str().to_owned()))
        .collect();
    let rename = |text: &mut String| rename_in(text, &names);
    rename(&mut api.description);
    for module in api.operations.values_mut() {
        rename(&mut module.description);
        module
            .operations
            .iter_mut()
            .for_each(|operation| of_operation(operation, &rename));
    }
    api.types.values_mut().for_each(|ty| of_type(ty, &rename));
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

/// Renames code spans that are nothing but the name of an operation.
fn rename_in(text: &mut String, names: &HashMap<String, String>) {
    let mentions = |part: &&str| names.contains_key(*part);
    if !text.contains('`') || !text.split('`').any(|part| mentions(&part)) {
        return;
    }
    // Every second part stands between two backticks; a fence's do not count, as the part within is no name.
    let parts: Vec<&str> = text
        .split('`')
        .enumerate()
        .map(|(place, part)| {
            let name = names.get(part).filter(|_| place % 2 == 1);
            name.map_or(part, String::as_str)
        })
        .collect();
    *text = parts.join("`");
}
