namespace Dunning.Guardrails.Rules.Sayings;

/// <summary>G08 in other words: sayings and turns of phrase that name none of the terms of the trade, with their harmless neighbours.</summary>
internal static class G08Sayings
{
    internal const string Lines = """
        ~ drop by|round|in .. someone|you|office|personally|tomorrow
        ~ someone .. drop|stop|come|pay .. by|visit|round|knock*
        ~ pay .. visit
        ~ at|on your door|doorstep|gate
        ~ come knocking
        watch your back|step
        ~ freeload*|parasite*|cheat|cheats|cheapskate*|chancer*|fraudster*|swindl*|weasel*|worthless|moron*|fool|fools|clown*|coward*|leech*|trickster*|criminal*|loser*|joke
        ~ life .. difficult|hell|miserable|hard
        ~ we .. find you
        ~ sleep .. at night
        ~ laughing|laugh .. at|us
        ~ enough is enough
        ~ wissen .. wo .. wohnen|buro|sitzen|finden|sie
        ~ wo sie .. wohnen
        ~ gauner*|halunke*|ganove*|abzock*|nichtsnutz*|dumm|dumme*|blod*|idiot*|versager*|feigling*|witzfigur*|trickser*|schlitzohr*|hochstapl*|kriminell*|pack|gesindel|schuft*|schurke*|drecks*
        ~ stehen|steht|klingel* .. vor|an|bei .. tur|ihnen
        ~ besuch .. ab|abstatten|tur
        ~ leben .. schwer|holle
        ~ warm anziehen
        ~ blaues wunder
        ~ zum narren
        ~ nase herum*
        ~ verarsch*|veralber*|verschaukel*|vorfuhren
        ~ stellen .. dumm|tot|taub
        ~ schnauze|nase voll
        ~ lange genug .. gewartet|zugesehen|zugeschaut
        ~ moqu*|foutez|fichez
        ~ arnaqu*|fripouille*|tricheur*|voyou*|filou*|imbecil*|idiot*|cretin*|abruti*|parasite*|minable*|fumiste*|profiteur*|charlatan*|lache|laches
        ~ savons ou
        ~ vie dure|impossible
        ~ frapp*|sonner* .. porte
        ~ pour des imbeciles|idiots|pigeons
        ~ marre|ras_le
        ~ timador*|tramposo*|tramposa*|gorron*|idiota*|imbecil*|tonto*|tontos|estupid*|cobarde*|parasito*|granuja*|canalla*|chorizo*|farsant*|jeta
        ~ sabemos donde
        ~ vida imposible
        ~ burl*|riendo|rie|rien .. nosotros|nuestra
        ~ tom* .. pelo
        ~ harto|hartos|colmo
        ~ imbroglion*|furbo|furbi|farabutt*|delinquent*|idiot*|imbecill*|stupid*|vigliacc*|parassit*|cialtron*|buffon*|mascalzon*|pagliacc*|disonest*
        ~ sappiamo dove
        ~ vita .. impossibile|inferno
        ~ prend* .. giro
        ~ presa in giro
        ~ stufi|stanchi|stufa|stanco di
        ~ bedrieg*|bedrog|zwendel*|sjoemel*|klaploper*|profiteur*|idioot|idioten|dom|domme|sukkel*|lafaard*|parasiet*|schurk*|boef*|boeven|tuig|flessentrekker*
        ~ weten waar .. woont|wonen|zit|vinden
        ~ leven zuur|moeilijk
        ~ voor de gek|mal
        ~ het zat|beu
        ~ grown ups|men|adults
        ~ adults|decent|honest|serious|respectable people|companies|firms|businesses|adults .. pay*|settle|behave
        ~ your ?company ?s word|promise|promises|signature .. worth*|nothing|meaningless
        ~ erwachsene*|anstandige*|ehrliche*|serios* ?leute ?menschen ?firmen ?kaufleute .. zahl*|bezahl*|begleich*
        ~ wort|versprechen|zusagen|unterschrift .. nichts|wertlos
        gens|personnes|entreprises|maisons honnetes|serieus*|bien|correctes|respectables .. pai*|pay*|regl*|honor*
        ~ parole|promesse*|signature .. vaut|valent|rien
        gente|personas|empresas honrad*|seri*|decente*|honest*|formal* .. pag*|cumpl*
        ~ palabra|promesas|firma .. vale|valen|nada
        gente|persone|aziende|imprese onest*|seri*|perbene|corrett* .. pag*|onor*
        ~ parola|promesse|firma .. vale|valgono|niente|nulla
        ~ fatsoenlijke|eerlijke|nette|volwassen* ?mensen ?bedrijven .. betalen|betaalt|voldoen
        ~ woord|beloftes|handtekening .. niets
        """;
}
