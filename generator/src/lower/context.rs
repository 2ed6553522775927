//! What lowering knows so far.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use hashbrown::HashMap;

use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::doc_text::summary_sentence;
use crate::ir::{SecurityScheme, Server, ShapeSummary, Type, TypeRef};
use crate::load::{Node, Nodes};
use crate::lower::envelopes::Envelopes;
use crate::lower::operation::{Described, ResponseSpec, Role};
use crate::lower::schema::{NormalizedSchema, Subtypes, add_of_parts};
use crate::names::{Case, Identifier, Scope, Wanted};
use crate::normalize;
use crate::settings::NameSettings;

/// Names that the emitted models use for something else.
const RESERVED_TYPES: &[&str] = &[
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Default",
    "Drop",
    "Eq",
    "Err",
    "From",
    "Into",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "Result",
    "Send",
    "Some",
    "String",
    "Sync",
    "ToString",
    "TryFrom",
    "TryInto",
    "Vec",
];

/// A use of a schema: its type, and whether the schema itself admits `null`.
#[derive(Clone, Debug)]
pub(super) struct Use {
    pub ty: TypeRef,
    pub nullable: bool,
}

impl Use {
    /// Returns the type, with `null` as one of its values where the schema admits it.
    pub fn into_type(self) -> TypeRef {
        if self.nullable {
            TypeRef::Optional(Box::new(self.ty))
        } else {
            self.ty
        }
    }
}

/// What lowering knows so far.
pub(super) struct Context<'a> {
    pub document: &'a Nodes<'a>,
    /// The names that the settings give.
    pub names: &'a NameSettings,
    pub problems: Vec<Diagnostic>,
    /// Types by the place of their schema.
    pub known: HashMap<Pointer, Use>,
    /// Types that have a name and are not built yet.
    pub declared: VecDeque<(Pointer, Identifier)>,
    /// Types that are built.
    pub types: BTreeMap<Identifier, Type>,
    /// Types by the module that holds them.
    pub models: BTreeMap<Identifier, Vec<Identifier>>,
    /// Parameters by their place; `None` for those that cannot be used.
    pub parameters: HashMap<Pointer, Option<Rc<Described>>>,
    /// Responses by their place, and by what they are for where that makes a difference.
    pub responses: HashMap<(Pointer, Role), Rc<ResponseSpec>>,
    /// Paths by the place of their path item, where that stands apart.
    pub path_items: HashMap<Pointer, String>,
    /// Names of operations whose `operationId` another one has, by path and method.
    pub renamed_operations: HashMap<(String, String), String>,
    /// Servers of the API that a client can use.
    pub servers: Vec<Server>,
    /// The path of the first server without a host.
    pub base_path: Option<String>,
    /// What alternatives are called, by their places.
    pub alternative_names: RefCell<HashMap<Pointer, Rc<str>>>,
    /// Security schemes that a client can use.
    pub schemes: Vec<SecurityScheme>,
    /// Alternatives of schemes that go together, for operations that say nothing else.
    pub security: Vec<Vec<String>>,
    /// The security scheme made from a header parameter `Authorization`.
    pub authorization: Option<String>,
    /// Bodies of which only a member is given.
    pub envelopes: Envelopes<'a>,
    /// Which components extend which by `allOf`, found when first asked for.
    pub subtypes: OnceCell<Subtypes>,
    /// What values of schemas look like from outside, by how many unions lead to them.
    pub shape_summaries: HashMap<(Pointer, usize), ShapeSummary>,
    /// First sentences of descriptions.
    pub summaries: Summaries,
    normalized: HashMap<Pointer, Rc<NormalizedSchema>>,
    /// Schemas that stand nowhere in the document, by the places of the schemas they are made of.
    composed: HashMap<Vec<Pointer>, Pointer>,
    /// What each of them is made of.
    parts: HashMap<Pointer, Vec<Pointer>>,
    type_names: Scope,
    module_names: Scope,
    /// Modules by the name of the component or operation they were made for.
    modules: HashMap<String, Identifier>,
}

impl<'a> Context<'a> {
    /// Nothing is known of `document` yet; bodies of successes are to be unwrapped that have one of the members
    /// `unwrap`.
    pub fn new(document: &'a Nodes<'a>, unwrap: &'a [String], names: &'a NameSettings) -> Self {
        let mut type_names = Scope::with_reserved(RESERVED_TYPES);
        names.types(document).for_each(|name| type_names.keep(name));
        Self {
            document,
            names,
            problems: Vec::new(),
            known: HashMap::new(),
            declared: VecDeque::new(),
            types: BTreeMap::new(),
            models: BTreeMap::new(),
            parameters: HashMap::new(),
            responses: HashMap::new(),
            path_items: HashMap::new(),
            renamed_operations: HashMap::new(),
            servers: Vec::new(),
            base_path: None,
            alternative_names: RefCell::default(),
            schemes: Vec::new(),
            security: Vec::new(),
            authorization: None,
            envelopes: Envelopes::new(unwrap),
            subtypes: OnceCell::new(),
            shape_summaries: HashMap::new(),
            summaries: Summaries::default(),
            normalized: HashMap::new(),
            composed: HashMap::new(),
            parts: HashMap::new(),
            type_names,
            module_names: Scope::new(),
            modules: HashMap::new(),
        }
    }

    /// Notes a problem with the node at `at`.
    pub fn report(&mut self, code: &'static Code, message: impl Into<String>, at: &Pointer) {
        self.problems
            .push(Diagnostic::new(code, Place::Pointer(at.clone()), message));
    }

    /// Notes a problem with the node at `at`, with what the client does instead.
    pub fn report_with_note(
        &mut self,
        code: &'static Code,
        message: impl Into<String>,
        note: impl Into<String>,
        at: &Pointer,
    ) {
        let problem = Diagnostic::new(code, Place::Pointer(at.clone()), message);
        self.problems.push(problem.with_note(note));
    }

    /// Returns the node at `at`, as far as it can be read; faults in it are noted.
    pub fn node<N: Node>(&mut self, at: &Pointer) -> Option<N> {
        let (node, problems) = self.document.node(at);
        self.problems.extend(problems);
        node
    }

    /// Returns where the references of the schema at `at` lead; a fault in them is noted.
    pub fn resolve(&mut self, at: &Pointer) -> Option<Pointer> {
        self.resolve_or(at, "any JSON value is accepted here")
    }

    /// Returns where the references at `at` lead; a fault in them is noted with what the client does `otherwise`.
    pub fn resolve_or(&mut self, at: &Pointer, otherwise: &str) -> Option<Pointer> {
        if self.parts.contains_key(at) {
            return Some(at.clone());
        }
        normalize::resolve_or(self.document, at, otherwise, &mut self.problems)
    }

    /// Returns the schema at `at`, which is no reference; one that cannot be read says nothing.
    pub fn normalized(&mut self, at: &Pointer) -> Rc<NormalizedSchema> {
        if let Some(normalized) = self.normalized.get(at) {
            return Rc::clone(normalized);
        }
        let mut normalized = self
            .node::<openapiv3::Schema>(at)
            .map(NormalizedSchema::from)
            .unwrap_or_default();
        if normalized.kind.is_none() && normalized.items.is_some() {
            let node = self.document.value(at);
            normalized.example = node.and_then(|node| node.get("example")).cloned();
        }
        if normalized.parts().next().is_some()
            && let Some(schema) = self.document.value(at)
        {
            add_of_parts(&mut normalized, schema);
        }
        let normalized = Rc::new(normalized);
        self.normalized.insert(at.clone(), Rc::clone(&normalized));
        normalized
    }

    /// Returns the places of the schemas that the one at `at` is made of: itself, where it stands in the document.
    pub fn parts_of(&self, at: &Pointer) -> Vec<Pointer> {
        let parts = self.parts.get(at).cloned();
        parts.unwrap_or_else(|| vec![at.clone()])
    }

    /// Returns the place in the document that describes the schema at `at` last: its own, where it stands in the
    /// document.
    pub fn origin(&self, at: &Pointer) -> Pointer {
        let last = self.parts.get(at).and_then(|parts| parts.last());
        last.unwrap_or(at).clone()
    }

    /// Returns the schema that is made of those at `parts`, if there is one.
    pub fn composed_of(&self, parts: &[Pointer]) -> Option<Pointer> {
        self.composed.get(parts).cloned()
    }

    /// Adds a schema that is made of those at `parts` and stands nowhere in the document. It is named after `at`.
    pub fn compose(
        &mut self,
        parts: Vec<Pointer>,
        at: &Pointer,
        normalized: NormalizedSchema,
    ) -> Pointer {
        let number = self.composed.len();
        // No place in a document is called so: behind `allOf` there are numbers.
        let place = at.child("allOf").child(&format!("composed-{number}"));
        self.compose_at(place, parts, normalized)
    }

    /// Adds a schema that is made of those at `parts` and stands nowhere in the document, as if it stood at `place`.
    pub fn compose_at(
        &mut self,
        place: Pointer,
        parts: Vec<Pointer>,
        normalized: NormalizedSchema,
    ) -> Pointer {
        self.normalized.insert(place.clone(), Rc::new(normalized));
        self.parts.insert(place.clone(), parts.clone());
        self.composed.insert(parts, place.clone());
        place
    }

    /// Returns the places of the schemas in the document that were asked for so far, sorted.
    pub fn schemas_read(&self) -> Vec<Pointer> {
        let places = self
            .normalized
            .keys()
            .filter(|at| !self.parts.contains_key(*at));
        let mut places: Vec<Pointer> = places.cloned().collect();
        places.sort();
        places
    }

    /// Names the types and modules of components, all at once, so that their order in the document does not matter.
    pub fn claim_components(&mut self, names: &[&str]) -> Vec<Identifier> {
        let given = &self.names.of_schemas;
        let wanted = names.iter().map(|name| Wanted {
            text: name,
            deprecated: false,
            given: given.get(*name).and_then(|names| names.ty.as_deref()),
        });
        let wanted: Vec<_> = wanted.collect();
        let modules = self.module_names.claim_each(Case::Module, names);
        self.modules
            .extend(names.iter().map(|name| (*name).to_owned()).zip(modules));
        self.type_names.claim_all(Case::Type, &wanted)
    }

    /// Names the type of the schema at `at`, which has no name in the document, and puts it into the module of `home`.
    pub fn claim_type(&mut self, home: &str, wanted: &str, at: &Pointer) -> Identifier {
        let names = self.names.of_schema(self.document, at);
        let given = names.and_then(|names| names.ty.as_deref());
        let given = given.and_then(|name| self.type_names.claim_given(Case::Type, name));
        let name = given.unwrap_or_else(|| self.type_names.claim(Case::Type, wanted));
        self.place_type(home, name.clone());
        name
    }

    /// Puts a type into the module of `home`.
    pub fn place_type(&mut self, home: &str, name: Identifier) {
        let module = match self.modules.get(home) {
            Some(module) => module.clone(),
            None => self.claim_module(home),
        };
        self.models.entry(module).or_default().push(name);
    }

    /// Takes back a type that is not built, and the module that this leaves empty.
    pub fn drop_type(&mut self, name: &Identifier) {
        self.models.retain(|_, types| {
            types.retain(|known| known != name);
            !types.is_empty()
        });
    }

    fn claim_module(&mut self, home: &str) -> Identifier {
        let module = self.module_names.claim(Case::Module, home);
        self.modules.insert(home.to_owned(), module.clone());
        module
    }
}

/// The first sentences of the descriptions that were asked for so far.
#[derive(Default)]
pub(super) struct Summaries(HashMap<String, String>);

impl Summaries {
    /// Returns the first sentence of `description`.
    pub fn intern(&mut self, description: &str) -> String {
        if let Some(summary) = self.0.get(description) {
            return summary.clone();
        }
        let summary = summary_sentence(description);
        self.0.insert(description.to_owned(), summary.clone());
        summary
    }
}
