//! Arrays in style `deepObject`.

use crate::ir::{Api, Operation, ParameterStyle};
use crate::settings::DeepObjectArrays;

/// Applies the setting `encode.deep-object-arrays`.
pub(super) fn settle(api: &mut Api, arrays: DeepObjectArrays) {
    let items = match arrays {
        DeepObjectArrays::Numbered => return,
        DeepObjectArrays::Bracketed => "Bracketed",
        DeepObjectArrays::Repeated => "Repeated",
    };
    let modules = api.operations.values_mut();
    for style in modules
        .flat_map(|module| &mut module.operations)
        .flat_map(styles)
    {
        if style.is_deep_object() {
            style.items = Some(items);
            style.is_assumed = false;
        }
    }
}

/// The styles of parameters and form properties.
fn styles(operation: &mut Operation) -> impl Iterator<Item = &mut ParameterStyle> {
    let parameters = operation
        .parameters
        .iter_mut()
        .map(|parameter| &mut parameter.style);
    let fields = operation.body.iter_mut().flat_map(|body| &mut body.fields);
    parameters.chain(fields.map(|(_, style)| style))
}
