//! Items.

use proc_macro2::{Ident, TokenStream};
use syn::token::{Brace, Paren, Pub};
use syn::{
    Attribute, Expr, Generics, ImplItem, ImplModifiers, Item, ItemImpl, ItemMacro, ItemMod,
    ItemStatic, Macro, MacroDelimiter, StaticMutability, Token, Type, Visibility,
};

use super::type_node::{named, path_of};
use super::{ident, with_text};

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

/// `module::name! { arguments }` below a comment.
pub(in crate::emit) fn macro_block(
    comment: &str,
    module: &str,
    name: &str,
    arguments: TokenStream,
) -> Item {
    let braces = MacroDelimiter::Brace(Brace::default());
    Item::Macro(macro_item(comment, [module, name], braces, arguments))
}

/// `module::name!(arguments);` below a comment.
pub(in crate::emit) fn macro_call(
    comment: &str,
    module: &str,
    name: &str,
    arguments: TokenStream,
) -> Item {
    let parentheses = MacroDelimiter::Paren(Paren::default());
    Item::Macro(ItemMacro {
        semi_token: Some(<Token![;]>::default()),
        ..macro_item(comment, [module, name], parentheses, arguments)
    })
}

fn macro_item(
    comment: &str,
    path: [&str; 2],
    delimiter: MacroDelimiter,
    tokens: TokenStream,
) -> ItemMacro {
    ItemMacro {
        attrs: vec![with_text("comment", &format!(" {comment}"))],
        ident: None,
        mac: Macro {
            path: path_of(path.map(ident)),
            bang_token: <Token![!]>::default(),
            delimiter,
            tokens,
        },
        semi_token: None,
    }
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
