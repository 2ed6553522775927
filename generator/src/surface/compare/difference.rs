//! What is different about an item, in words that say what programs do about it.

use super::super::item::{Detail, Function, Item, Output};
use crate::signature::{TypeUse, write_type};

/// Returns what is different about an item that is there before and after, each as a clause whose subject is the item.
pub(super) fn difference(old: &Item<'_>, new: &Item<'_>) -> Vec<String> {
    let mut clauses = match (&old.detail, &new.detail) {
        (Detail::Function(before), Detail::Function(after)) => {
            of_functions(before, after, old.wire == new.wire)
        }
        (Detail::Type(old), Detail::Type(new)) | (Detail::Argument(old), Detail::Argument(new)) => {
            of_types("is", &text(*old), &text(*new))
        }
        _ if old.signature != new.signature => {
            let declaration =
                |item: &Item<'_>| item.signature.trim_start_matches("pub ").to_owned();
            of_types("is", &declaration(old), &declaration(new))
        }
        _ => Vec::new(),
    };
    if old.deprecated && !new.deprecated {
        clauses.push("is not deprecated any more".to_owned());
    }
    // What a function takes is a part of what it stands for.
    let request = |item: &Item<'_>| item.wire.split(" (").next().map(str::to_owned);
    let is_constructor = old.path.ends_with("::new");
    let is_said = !clauses.is_empty() && (is_constructor || request(old) == request(new));
    if old.wire.is_empty() || old.wire == new.wire || is_said {
        return clauses;
    }
    if new.wire.is_empty() {
        clauses.push(format!("no longer {}", old.wire));
    } else {
        clauses.extend(of_types("stands for", code(&old.wire), code(&new.wire)));
    }
    clauses
}

fn code(wire: &str) -> &str {
    wire.trim_matches('`')
}

fn of_types(verb: &str, old: &str, new: &str) -> Vec<String> {
    if old == new {
        return Vec::new();
    }
    vec![format!("{verb} `{new}` instead of `{old}`")]
}

fn text(ty: TypeUse<'_>) -> String {
    let mut text = String::new();
    write_type(&mut text, ty);
    text
}

/// `is_same` tells whether they stand for the same: then arguments of the same types only have other names.
fn of_functions(old: &Function<'_>, new: &Function<'_>, is_same: bool) -> Vec<String> {
    let arguments = |function: &Function<'_>| -> Vec<(String, String)> {
        let arguments = function.arguments.iter();
        arguments
            .map(|(name, ty)| (name.to_string(), text(*ty)))
            .collect()
    };
    let (before, after) = (arguments(old), arguments(new));
    let have_same_types =
        before.len() == after.len() && before.iter().zip(&after).all(|(old, new)| old.1 == new.1);
    if is_same && have_same_types {
        let renamed = before
            .iter()
            .zip(&after)
            .filter(|(old, new)| old.0 != new.0);
        let mut clauses: Vec<String> = renamed
            .map(|(old, new)| format!("calls its argument `{}` instead of `{}`", new.0, old.0))
            .collect();
        clauses.extend(of_types(
            "returns",
            &output(&old.output),
            &output(&new.output),
        ));
        return clauses;
    }
    let mut clauses = Vec::new();
    let is_in =
        |name: &str, others: &[(String, String)]| others.iter().any(|(other, _)| other == name);
    let added = after.iter().filter(|(name, _)| !is_in(name, &before));
    let added: Vec<String> = added.map(|(name, ty)| format!("`{name}: {ty}`")).collect();
    if !added.is_empty() {
        clauses.push(format!("takes {} as well", list(&added)));
    }
    for (name, ty) in &after {
        let was = before
            .iter()
            .find(|(other, was)| other == name && was != ty);
        if let Some((_, was)) = was {
            clauses.push(format!("takes `{name}: {ty}` instead of `{name}: {was}`"));
        }
    }
    let removed = before.iter().filter(|(name, _)| !is_in(name, &after));
    let removed: Vec<String> = removed.map(|(name, _)| format!("`{name}`")).collect();
    if !removed.is_empty() {
        clauses.push(format!("does not take {} any more", list(&removed)));
    }
    if clauses.is_empty() && before != after {
        let names: Vec<String> = after.iter().map(|(name, _)| format!("`{name}`")).collect();
        clauses.push(format!(
            "takes its arguments in another order: {}",
            names.join(", ")
        ));
    }
    clauses.extend(of_types(
        "returns",
        &output(&old.output),
        &output(&new.output),
    ));
    clauses
}

fn output(output: &Output<'_>) -> String {
    match output {
        Output::Fixed(ty) => (*ty).to_owned(),
        Output::Request(ty) => format!("Request<{}>", text(*ty)),
        Output::Builder(name) => format!("operations::{}", name.as_str()),
    }
}

fn list(items: &[String]) -> String {
    match items {
        [items @ .., last] if !items.is_empty() => format!("{} and {last}", items.join(", ")),
        items => items.join(", "),
    }
}
