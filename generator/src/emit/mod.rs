//! Fourth stage: prints the intermediate representation as Rust items. Nothing is decided here, and nothing can fail.

mod arguments;
mod client;
mod constants;
mod doc_texts;
mod docs;
mod environment;
mod example;
mod index;
mod library;
mod model;
mod operation;
mod runtime_names;
mod syntax;
mod types;

pub(crate) use doc_texts::{DocTexts, MARK};
pub(crate) use example::example;

use syn::{Attribute, Item};

use crate::ir::Api;
use crate::names::Identifier;
use crate::settings::Settings;

/// A module. Verbatim items are tokens that rendering parses: what is emitted often is built as nodes, because parsing
/// is the dearest part of generation.
#[derive(Default)]
pub(crate) struct Emitted {
    pub docs: Vec<Attribute>,
    pub items: Vec<Item>,
    /// What stands in the doc comments.
    pub texts: DocTexts,
}

/// What emission needs to know.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub api: &'a Api,
    pub settings: &'a Settings,
}

/// A module of the generated crate.
pub(crate) enum Module<'a> {
    Library,
    Client,
    Models,
    Model(&'a Identifier, &'a [Identifier]),
    Operations,
    OperationsOf(&'a Identifier),
}

/// Returns the modules of the generated crate, the longest first, so that none is left to one thread alone at the end.
pub(crate) fn modules(api: &Api) -> Vec<Module<'_>> {
    let mut modules: Vec<_> = api.operations.keys().map(Module::OperationsOf).collect();
    modules.sort_by_key(|module| std::cmp::Reverse(module.size(api)));
    modules.extend([
        Module::Models,
        Module::Library,
        Module::Client,
        Module::Operations,
    ]);
    modules.extend(
        api.models
            .iter()
            .map(|(name, types)| Module::Model(name, types)),
    );
    modules
}

impl Module<'_> {
    /// Returns where the module goes, relative to the crate.
    pub fn path(&self) -> String {
        match self {
            Self::Library => "src/lib.rs".to_owned(),
            Self::Client => "src/client.rs".to_owned(),
            Self::Models => "src/models/mod.rs".to_owned(),
            Self::Model(name, _) => format!("src/models/{}.rs", name.as_str()),
            Self::Operations => "src/operations/mod.rs".to_owned(),
            Self::OperationsOf(name) => format!("src/operations/{}.rs", name.as_str()),
        }
    }

    fn size(&self, api: &Api) -> usize {
        match self {
            Self::OperationsOf(name) => api
                .operations
                .get(*name)
                .map_or(0, |module| module.operations.len()),
            _ => 0,
        }
    }

    /// Returns the module's documentation and items.
    pub fn emit(&self, input: Input<'_>) -> Emitted {
        let mut emitted = self.items(input);
        emitted.texts = syntax::take_texts();
        emitted
    }

    fn items(&self, input: Input<'_>) -> Emitted {
        let tokens = match self {
            Self::Library => library::emit(input),
            Self::Client => client::emit(input),
            Self::Models => return index::models(input.api),
            Self::Model(_, types) => return model::emit(input.api, types),
            Self::Operations => return index::operations(input.api),
            Self::OperationsOf(name) => return operation::emit(input.api, name),
        };
        Emitted {
            items: vec![Item::Verbatim(tokens)],
            ..Emitted::default()
        }
    }
}
