//! The example that a generated crate's documentation begins with.

use super::Input;
use crate::ir::{Api, Decoder, Method, Operation, Scalar, SchemeKind, Success, TypeRef};
use crate::signature::required_parameters;

/// Returns the lines of a program that compiles, fenced as `language`.
pub(crate) fn example(input: Input<'_>, language: &str) -> Vec<String> {
    let library = input.settings.package.name.replace('-', "_");
    let mut lines = vec![
        format!("```{language}"),
        format!("use {library}::Client;"),
        String::new(),
        "#[tokio::main(flavor = \"current_thread\")]".to_owned(),
        format!("async fn main() -> Result<(), {library}::Error> {{"),
        format!(
            "    let client = Client::builder(){}{}.build()?;",
            base_url(input.api),
            credential(input.api)
        ),
    ];
    lines.extend(call(input.api, &library).map(|call| format!("    {call}")));
    lines.extend(["    Ok(())".to_owned(), "}".to_owned(), "```".to_owned()]);
    lines
}

/// Returns a document without servers leaves the base URL to the user, or the host alone.
fn base_url(api: &Api) -> String {
    if !api.servers.is_empty() {
        return String::new();
    }
    let path = api.base_path.as_deref().unwrap_or_default();
    // What is not plain could end the literal.
    let is_plain = path
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte));
    let path = if is_plain { path } else { "" };
    format!(".base_url(\"https://api.example.com{path}\")")
}

fn credential(api: &Api) -> String {
    let wanted = api.security.first().and_then(|schemes| schemes.first());
    let scheme = wanted.and_then(|wanted| api.schemes.iter().find(|scheme| scheme.wire == *wanted));
    scheme.map_or_else(String::new, |scheme| match scheme.kind {
        SchemeKind::Basic => format!(".{}(\"username\", \"password\")", scheme.method),
        SchemeKind::Bearer => format!(".{}(\"token\")", scheme.method),
        SchemeKind::ApiKey { .. } => format!(".{}(\"key\")", scheme.method),
    })
}

/// Returns a call of the operation that is easiest to understand: one that reads, with few arguments.
fn call(api: &Api, library: &str) -> Option<String> {
    let operations = api
        .operations
        .values()
        .flat_map(|module| &module.operations);
    let simple = operations
        .filter(|operation| !operation.deprecated && arguments(operation, library).is_some());
    let operation = simple.min_by_key(|operation| {
        let reads = operation.method == Method::Get && returns_json(operation);
        let count = required_parameters(operation).count();
        (!reads, count, operation.path.len(), operation.id.clone())
    })?;
    let arguments = arguments(operation, library)?.join(", ");
    Some(format!(
        "println!(\"{{:?}}\", client.{}({arguments}).await?);",
        operation.name
    ))
}

/// Decoders of successes that come as JSON.
const READ_FROM_JSON: &[Decoder] = &[
    Decoder::Collection,
    Decoder::Json,
    Decoder::NumberCollection,
    Decoder::Numbers,
    Decoder::String,
    Decoder::Value,
];

fn returns_json(operation: &Operation) -> bool {
    matches!(&operation.success, Success::Single(case) if READ_FROM_JSON.contains(&case.decoder) || case.member.is_some())
}

/// Returns what to call an operation with, if plain values will do.
fn arguments(operation: &Operation, library: &str) -> Option<Vec<String>> {
    if operation.body.as_ref().is_some_and(|body| body.required) {
        return None;
    }
    let samples = required_parameters(operation).map(|parameter| {
        let name = parameter.name.as_str();
        Some((name, sample(&parameter.ty, name)?))
    });
    let samples: Option<Vec<(&str, String)>> = samples.collect();
    let Some(arguments) = &operation.arguments else {
        let values = samples?.into_iter().map(|(_, value)| value);
        return Some(values.collect());
    };
    let fields = samples?
        .into_iter()
        .map(|(name, value)| format!("{name}: {value}"));
    let fields: Vec<_> = fields.collect();
    Some(vec![format!(
        "&{library}::operations::{} {{ {} }}",
        arguments.ty.as_str(),
        fields.join(", ")
    )])
}

fn sample(ty: &TypeRef, name: &str) -> Option<String> {
    match ty {
        TypeRef::Scalar(Scalar::String) => Some(format!("\"{name}\"")),
        TypeRef::Scalar(scalar) => scalar.row().sample.map(str::to_owned),
        _ => None,
    }
}
