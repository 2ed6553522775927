//! Items.

use proc_macro2::{Ident, TokenStream};
use syn::punctuated::Punctuated;
use syn::token::{Brace, Paren, Pub};
use syn::{
    Attribute, Expr, Generics, ImplItem, ImplModifiers, Item, ItemImpl, ItemMacro, ItemStatic,
    ItemUse, Macro, MacroDelimiter, StaticMutability, Token, Type, UseGroup, UseName, UsePath,
    UseTree, Visibility,
};

use super::ident;
use super::type_node::{named, path_of};

/// `pub`
pub(in crate::emit) fn public() -> Visibility {
    Visibility::Public(Pub::default())
}

/// `impl name { members }`
pub(in crate::emit) fn implementation(
    attributes: Vec<Attribute>,
    name: Ident,
    members: Vec<ImplItem>,
) -> Item {
    Item::Impl(ItemImpl {
        attrs: attributes,
        modifiers: ImplModifiers::default(),
        unsafety: None,
        impl_token: <Token![impl]>::default(),
        generics: Generics::default(),
        trait_: None,
        self_ty: Box::new(named(name)),
        brace_token: Brace::default(),
        items: members,
    })
}

/// `module::name!(arguments);`
pub(in crate::emit) fn macro_call(module: &str, name: &str, arguments: TokenStream) -> Item {
    Item::Macro(ItemMacro {
        attrs: Vec::new(),
        ident: None,
        mac: Macro {
            path: path_of([ident(module), ident(name)]),
            bang_token: <Token![!]>::default(),
            delimiter: MacroDelimiter::Paren(Paren::default()),
            tokens: arguments,
        },
        semi_token: Some(<Token![;]>::default()),
    })
}

/// `static name: ty = value;`
pub(in crate::emit) fn static_item(name: Ident, ty: Type, value: Expr) -> Item {
    Item::Static(ItemStatic {
        attrs: Vec::new(),
        vis: Visibility::Inherited,
        static_token: <Token![static]>::default(),
        mutability: StaticMutability::None,
        ident: name,
        colon_token: <Token![:]>::default(),
        ty: Box::new(ty),
        eq_token: <Token![=]>::default(),
        expr: Box::new(value),
        semi_token: <Token![;]>::default(),
    })
}

/// `use path::{names};`, or nothing where there are no names.
pub(in crate::emit) fn import(path: &[&str], names: Vec<Ident>) -> Option<Item> {
    let mut names: Vec<_> = names
        .into_iter()
        .map(|ident| UseTree::Name(UseName { ident }))
        .collect();
    let last = if names.len() > 1 {
        UseTree::Group(UseGroup {
            brace_token: Brace::default(),
            items: Punctuated::from_iter(names),
        })
    } else {
        names.pop()?
    };
    Some(Item::Use(ItemUse {
        attrs: Vec::new(),
        vis: Visibility::Inherited,
        use_token: <Token![use]>::default(),
        leading_colon: None,
        tree: path.iter().rev().fold(last, |tree, part| under(part, tree)),
        semi_token: <Token![;]>::default(),
    }))
}

fn under(part: &str, tree: UseTree) -> UseTree {
    UseTree::Path(UsePath {
        ident: ident(part),
        colon2_token: <Token![::]>::default(),
        tree: Box::new(tree),
    })
}
