"""What do a service's stages look like as a Mermaid diagram? Drawn from the declaration, never by hand."""

from homeward.grammar.services import Service


def state_diagram(service: Service) -> str:
    """The text of a Mermaid state diagram: stages by title, moves by title."""
    names = {stage.code: stage.code.replace("-", "_") for stage in service.stages}
    lines = ["stateDiagram-v2", "    direction LR"]
    lines += [f"    {names[stage.code]}: {stage.title}" for stage in service.stages]
    lines.append(f"    [*] --> {names[service.first_stage]}")
    lines += [
        f"    {names[stage]} --> {names[move.to]}: {move.title}" for move in service.moves for stage in move.from_
    ]
    lines += [f"    {names[stage]} --> [*]" for stage in service.final_stages]
    return "\n".join(lines) + "\n"
