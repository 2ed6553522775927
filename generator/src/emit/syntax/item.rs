//! Items.

use proc_macro2::{Ident, TokenStream};
use syn::token::{Brace, Paren, Pub};
use syn::{
    Attribute, Expr, Generics, ImplItem, ImplModifiers, Item, ItemImpl, ItemMacro, ItemMod,
    ItemStatic, Macro, MacroDelimiter, StaticMutability, Token, Type, Visibility,
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

/// `mod name;`
pub(in crate::emit) fn module(name: Ident) -> Item {
    Item::Mod(ItemMod {
        attrs: Vec::new(),
        vis: Visibility::Inherited,
        unsafety: None,
        mod_token: <Token![mod]>::default(),
        ident: name,
        content: None,
        semi: Some(<Token![;]>::default()),
    })
}
