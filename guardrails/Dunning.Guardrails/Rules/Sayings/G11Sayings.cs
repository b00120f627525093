namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G11 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G11Sayings
{
    internal const string Lines = """
        ~ firm|company|business|customer|client|shop|outfit .. down_the_road|next_door|like_yours|like_you|area|corner|town|nearby|street|similar*
        ~ in|of|from your ?same ?own area|street|sector|trade|town|industry|line
        ~ nachbarschaft|nachbar*
        ~ aus|in ihrer|derselben|der_gleichen strasse|gegend|branche|umgebung|stadt|region
        ~ voisin|voisine|voisins|voisines
        ~ votre|meme secteur|branche|rue|quartier|ville|region
        ~ vecino|vecina|vecinos|vecinas
        ~ su|mismo|misma sector|calle|barrio|ciudad|zona|ramo
        ~ impresa|azienda|ditta|societa|negozio|cliente .. vicin*|accanto|simile
        ~ vostro|stesso|stessa|vostra settore|via|quartiere|citta|zona|ramo
        ~ in|uit|bij ?u ?in uw|dezelfde|de ?u buurt|straat|branche|omgeving|stad|sector
        ~ buurman|buren|buurbedrijf
        ~ next to you
        ~ also|too ?have ?has owe*
        ~ owes us
        ~ gegenuber von ihnen
        ~ neben ihnen
        ~ schuldet uns
        ~ en face de ?chez vous
        ~ nous doit|doivent aussi|encore|egalement
        ~ de|en enfrente
        ~ tambien nos debe|deben
        ~ di fronte a voi
        ~ ci deve|devono anche|pure
        ~ tegenover|naast u
        ~ is|zijn ons ook
        """;
}
