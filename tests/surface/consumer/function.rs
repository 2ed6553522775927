//! Functions.

use quote::{ToTokens, quote};
use syn::{FnArg, Pat, ReturnType, TraitItemFn};

/// Calls a function with all that it takes, and names what it gives back.
pub fn of_function(declaration: &str) -> String {
    let (path, rest) = declaration.split_once('(').unwrap();
    let (of, name) = path.rsplit_once("::").unwrap();
    let parsed: TraitItemFn = syn::parse_str(&format!("fn called({rest};")).unwrap();
    let path: syn::Path = syn::parse_str(path).unwrap();
    let owner: syn::Path = syn::parse_str(of).unwrap();
    let (mut inputs, mut values) = (Vec::new(), Vec::new());
    for input in &parsed.sig.inputs {
        match input {
            FnArg::Receiver(receiver) => {
                let reference = receiver.to_token_stream().to_string().starts_with('&');
                inputs.push(if reference {
                    quote!(this: &#owner)
                } else {
                    quote!(this: #owner)
                });
                values.push(quote!(this));
            }
            FnArg::Typed(argument) => {
                let Pat::Ident(name) = &*argument.pat else {
                    unreachable!()
                };
                inputs.push(argument.to_token_stream());
                values.push(name.to_token_stream());
            }
        }
    }
    let ReturnType::Type(_, output) = &parsed.sig.output else {
        unreachable!()
    };
    let output = output.to_token_stream().to_string().replace("Self", of);
    let bounds = match name {
        "as_str" => format!("fn bounds() {{ of_strings::<{of}>() }}"),
        "get" if output == "i64" => format!("fn bounds() {{ of_integers::<{of}>() }}"),
        _ => String::new(),
    };
    let called = quote!(fn called(#(#inputs),*));
    let values = quote!(#(#values),*);
    let success = output.strip_prefix("Request <");
    if let Some(success) = success.and_then(|rest| rest.strip_suffix('>')) {
        let call = path.to_token_stream();
        return format!(
            "{called} {{ let request: Request<{success}> = {call}({values}); used::<_, {success}>(request); {}; }}",
            chained(&format!("{call}({values})"))
        );
    }
    format!(
        "{called} -> {output} {{ {}(#) }} {bounds}",
        path.to_token_stream()
    )
    .replace("(#)", &format!("({values})"))
}

/// Calls all that requests have.
pub fn chained(request: &str) -> String {
    format!(
        "let limit = std::time::Duration::MAX; \
         {request}.timeout(limit).attempt_timeout(limit).retry(RetryPolicy::default()).header(\"a\", \"b\")"
    )
}
