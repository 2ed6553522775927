//! The API as a whole.

use std::collections::BTreeMap;

use openapiv3::Server as Node;
use serde_json::Value;

use super::codes::SERVER_RELATIVE;
use super::context::Context;
use super::operation::alternatives;
use crate::diagnostics::{Diagnostic, Pointer};
use crate::ir::{Api, OperationModule, Server, ServerVariable};
use crate::names::{Case, Identifier, Scope};

/// Puts the API together.
pub(super) fn assemble(
    mut context: Context<'_>,
    operations: BTreeMap<Identifier, OperationModule>,
) -> (Api, Vec<Diagnostic>) {
    let servers = servers(&mut context);
    let security = alternatives(&mut context, &Pointer::root().child("security"));
    let mut models = context.models;
    for types in models.values_mut() {
        types.sort();
    }
    let info = |key: &str| {
        text(
            context
                .document
                .value(&Pointer::root().child("info").child(key)),
        )
    };
    let api = Api {
        title: info("title"),
        description: info("description"),
        document_version: info("version"),
        servers,
        schemes: context.schemes,
        security,
        types: context.types,
        models,
        uses_dates: false,
        recursion_limit: None,
        operations,
    };
    (api, context.problems)
}

fn text(value: Option<&Value>) -> String {
    value.map(crate::load::plain).unwrap_or_default()
}

fn servers(context: &mut Context<'_>) -> Vec<Server> {
    let at = Pointer::root().child("servers");
    let length = context
        .document
        .value(&at)
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    let mut functions = Scope::new();
    (0..length)
        .filter_map(|place| server(context, &mut functions, &at.index(place)))
        .collect()
}

fn server(context: &mut Context<'_>, functions: &mut Scope, at: &Pointer) -> Option<Server> {
    let node: Node = context.node(at)?;
    if !node.url.contains("://") && !node.url.starts_with('{') {
        context.report(
            &SERVER_RELATIVE,
            format!("`{}` is no full URL", node.url),
            &at.child("url"),
        );
        return None;
    }
    let description = node.description.clone().unwrap_or_default();
    let wanted = if description.is_empty() {
        "server".to_owned()
    } else {
        format!("server {description}")
    };
    Some(Server {
        function: functions.claim(Case::Function, &wanted),
        variables: variables(&node),
        url: node.url,
        description,
    })
}

fn variables(node: &Node) -> Vec<ServerVariable> {
    let declared: Vec<_> = node.variables.iter().flatten().collect();
    let texts: Vec<&String> = declared.iter().map(|(text, _)| *text).collect();
    let names = Scope::new().claim_each(Case::Value, &texts);
    let named = declared.into_iter().zip(names);
    named
        .map(|((wire, variable), name)| ServerVariable {
            wire: wire.clone(),
            name,
            default: variable.default.clone(),
            allowed: variable.enumeration.clone(),
            description: variable.description.clone().unwrap_or_default(),
        })
        .collect()
}
