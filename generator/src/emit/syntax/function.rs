//! Public functions of impls.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::token::{Brace, Paren};
use syn::{
    Attribute, Block, FnArg, FnModifiers, Generics, ImplItem, ImplItemFn, Pat, PatType, Receiver,
    ReceiverKind, ReturnType, Safety, Signature, Stmt, Token, Type,
};

use super::public;

/// `pub fn name(inputs) -> output { body }`
pub(in crate::emit) struct Function {
    pub attributes: Vec<Attribute>,
    pub name: Ident,
    pub inputs: Vec<FnArg>,
    pub output: Type,
    pub body: Vec<Stmt>,
}

impl From<Function> for ImplItem {
    fn from(function: Function) -> Self {
        Self::Fn(ImplItemFn {
            attrs: function.attributes,
            vis: public(),
            modifiers: FnModifiers::default(),
            sig: signature(function.name, function.inputs, function.output),
            block: Block {
                brace_token: Brace::default(),
                stmts: function.body,
            },
        })
    }
}

fn signature(name: Ident, inputs: Vec<FnArg>, output: Type) -> Signature {
    Signature {
        constness: None,
        asyncness: None,
        safety: Safety::default(),
        abi: None,
        fn_token: <Token![fn]>::default(),
        ident: name,
        generics: Generics::default(),
        paren_token: Paren::default(),
        inputs: Punctuated::from_iter(inputs),
        variadic: None,
        output: ReturnType::Type(<Token![->]>::default(), Box::new(output)),
    }
}

/// `name: ty`
pub(in crate::emit) fn argument(name: Ident, ty: Type) -> FnArg {
    FnArg::Typed(PatType {
        attrs: Vec::new(),
        pat: Box::new(Pat::Ident(binding(name))),
        colon_token: <Token![:]>::default(),
        ty: Box::new(ty),
    })
}

/// `self`
pub(in crate::emit) fn by_value() -> FnArg {
    receiver(None, ReceiverKind::Value)
}

/// `mut self`
pub(in crate::emit) fn mutable() -> FnArg {
    receiver(Some(<Token![mut]>::default()), ReceiverKind::Value)
}

/// `&self`
pub(in crate::emit) fn by_reference() -> FnArg {
    let kind = ReceiverKind::Reference(<Token![&]>::default(), None, None);
    receiver(None, kind)
}

fn receiver(mutability: Option<Token![mut]>, kind: ReceiverKind) -> FnArg {
    FnArg::Receiver(Receiver {
        attrs: Vec::new(),
        mutability,
        self_token: <Token![self]>::default(),
        kind,
    })
}

/// Returns a pattern that takes the whole value under a name.
pub(super) fn binding(name: Ident) -> syn::PatIdent {
    syn::PatIdent {
        attrs: Vec::new(),
        by_ref: None,
        mutability: None,
        ident: name,
        subpat: None,
    }
}
