"""MSAL for Python: says a line of JSON for each step, and hears a line to go on."""

import json
import os
import sys
from urllib.parse import parse_qsl, urlsplit

import msal

AUTHORITY = os.environ["AUTHORITY"]
CLIENT_ID = os.environ["CLIENT_ID"]
SCOPES = [os.environ["SCOPE"]]


def say(step, **what):
    print(json.dumps({"step": step, **what}), flush=True)


def why(result):
    return {"error": result["error"], "suberror": result.get("suberror"), "message": result["error_description"]}


def walk():
    client = msal.PublicClientApplication(CLIENT_ID, authority=AUTHORITY, instance_discovery=False)
    flow = client.initiate_auth_code_flow(SCOPES, redirect_uri=os.environ["REDIRECT_URI"])
    say("request", url=flow["auth_uri"])
    answer = dict(parse_qsl(urlsplit(sys.stdin.readline().strip()).query))
    result = client.acquire_token_by_auth_code_flow(dict(flow), answer)
    claims = result["id_token_claims"]
    say("tokens", access_token=result["access_token"], username=claims["preferred_username"], oid=claims["oid"])
    account = client.get_accounts()[0]
    sys.stdin.readline()
    result = client.acquire_token_silent_with_error(SCOPES, account, force_refresh=True)
    say("refreshed", access_token=result["access_token"])
    sys.stdin.readline()
    say("refused", **why(client.acquire_token_silent_with_error(SCOPES, account, force_refresh=True)))
    sys.stdin.readline()
    say("spent", **why(client.acquire_token_by_auth_code_flow(dict(flow), answer)))


def own():
    def ask(secret):
        return msal.ConfidentialClientApplication(
            CLIENT_ID, client_credential=secret, authority=AUTHORITY, instance_discovery=False
        ).acquire_token_for_client(SCOPES)

    say("own token", access_token=ask(os.environ["CLIENT_SECRET"])["access_token"])
    say("wrong secret", **why(ask("wrong")))


own() if os.environ["CLIENT_SECRET"] else walk()
