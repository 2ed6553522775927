//! Names that the compiler demands to be unique.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Fields, File, FnArg, ImplItem, Item, ItemImpl, Type};

/// Demands that no scope of the crate, whose files come with their paths, holds two things of one name.
pub fn check(case: &str, files: &[(&str, File)]) {
    let items = || files.iter().flat_map(|(_, file)| &file.items);
    types_differ(case, files);
    let is_model = |path: &str| path.starts_with("src/models/");
    let others = files.iter().filter(|(path, _)| !is_model(path));
    let functions = others
        .flat_map(|(_, file)| &file.items)
        .filter_map(client_functions)
        .flatten();
    all_differ(case, "function of the client", functions);
    items().for_each(|item| members_differ(case, item));
}

/// What the files of a folder declare is in one scope: its module exports all of it.
fn types_differ(case: &str, files: &[(&str, File)]) {
    let mut folders: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, file) in files {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let names = folders.entry(folder).or_default();
        names.extend(file.items.iter().filter_map(type_name));
    }
    for (folder, names) in folders {
        all_differ(case, &format!("type in {folder}"), names.into_iter());
    }
}

fn all_differ(case: &str, what: &str, names: impl Iterator<Item = String>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(
            seen.insert(name.clone()),
            "{case}: a second {what} `{name}`"
        );
    }
}

/// The name of a type that `item` declares.
#[must_use]
pub fn type_name(item: &Item) -> Option<String> {
    match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        Item::Type(item) => Some(item.ident.to_string()),
        _ => None,
    }
}

fn client_functions(item: &Item) -> Option<Vec<String>> {
    let Item::Impl(block) = item else { return None };
    is_client(block).then(|| functions(block))
}

fn is_client(block: &ItemImpl) -> bool {
    let Type::Path(path) = &*block.self_ty else {
        return false;
    };
    block.trait_.is_none() && path.path.is_ident("Client")
}

fn functions(block: &ItemImpl) -> Vec<String> {
    let name = |item: &ImplItem| match item {
        ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
        _ => None,
    };
    block.items.iter().filter_map(name).collect()
}

fn members_differ(case: &str, item: &Item) {
    match item {
        Item::Struct(item) => fields_differ(case, &item.fields),
        Item::Enum(item) => {
            let variants = item
                .variants
                .iter()
                .map(|variant| variant.ident.to_string());
            all_differ(case, "variant", variants);
        }
        Item::Impl(block) => {
            if block.trait_.is_none() {
                all_differ(case, "function", functions(block).into_iter());
            }
            block
                .items
                .iter()
                .for_each(|item| arguments_differ(case, item));
        }
        _ => {}
    }
}

fn fields_differ(case: &str, fields: &Fields) {
    let names = fields.iter().filter_map(|field| field.ident.as_ref());
    all_differ(case, "field", names.map(ToString::to_string));
}

fn arguments_differ(case: &str, item: &ImplItem) {
    let ImplItem::Fn(function) = item else { return };
    let name = |argument: &FnArg| match argument {
        FnArg::Typed(argument) => match &*argument.pat {
            syn::Pat::Ident(name) => Some(name.ident.to_string()),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    };
    let arguments = function.sig.inputs.iter().filter_map(name);
    all_differ(case, "argument", arguments);
}
